import type { Doubt } from '../../network/doubt.ts';
import { doubtText } from '../../network/doubt.ts';
import { places } from './next-places.ts';

/** Where to look when a path leaves what can be seen, with read-only commands. */
export interface NextCheck {
  readonly text: string;
  readonly commands: readonly string[];
}

/** What to look at next for a doubt, by the first kind of place that it speaks of. */
export const nextCheckOf = (doubt: Doubt): NextCheck => {
  if (doubt.kind === 'in-transition')
    return { text: `Run the diagnosis again when ${doubt.resource} has settled.`, commands: [] };
  if (doubt.kind === 'disagreement')
    return {
      text: 'Run it again with --save-snapshot FILE and attach that file, which holds no secret, to a bug report.',
      commands: [],
    };
  const words = `${'resource' in doubt ? doubt.resource : ''} ${doubtText(doubt)}`;
  for (const { id, text, commands } of places) {
    const found = id.exec(words)?.[0];
    if (found !== undefined) return { text, commands: commands(found) };
  }
  return { text: 'Look at what the last line of the evidence names.', commands: [] };
};
