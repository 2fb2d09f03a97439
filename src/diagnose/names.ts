import type { Snapshot } from '../model/snapshot.ts';

/** Name tags, and group names, by id, for the screen. */
export const namesOf = ({ sections }: Snapshot): Map<string, string> => {
  const names = new Map<string, string>();
  for (const section of Object.values(sections))
    if (section.status === 'collected')
      for (const item of section.items)
        if ('id' in item && 'name' in item && item.name !== null && item.name !== '') names.set(item.id, item.name);
  return names;
};
