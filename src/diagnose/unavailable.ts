import type { Unavailable } from '../model/section.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** Every read that failed, one for each action, whether it fills a section or one fact of a resource. */
export const unavailableOf = ({ sections }: Snapshot): Unavailable[] => {
  const failed: Unavailable[] = Object.values(sections).flatMap((section) =>
    section.status === 'unavailable' ? [section] : [],
  );
  if (sections.vpcs.status === 'collected')
    for (const vpc of sections.vpcs.items)
      for (const read of [vpc.enableDnsSupport, vpc.enableDnsHostnames])
        if (read.status === 'unavailable') failed.push(read);
  if (sections.prefixLists.status === 'collected')
    for (const { cidrs } of sections.prefixLists.items) if (cidrs.status === 'unavailable') failed.push(cidrs);
  return [...new Map(failed.map((read) => [`${read.action} ${read.reason}`, read])).values()];
};
