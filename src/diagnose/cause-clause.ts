import { stopClause } from '../network/stop-text.ts';
import { percentText } from '../network/words.ts';
import { worstFirst } from '../network/worst-first.ts';
import type { ExplainedClass, SubnetOutcome } from './answers.ts';
import { coveringCidrs, rangesText } from './ranges.ts';

type Subnet = Omit<SubnetOutcome, 'stories' | 'way'>;

const fails = ({ verdict }: ExplainedClass): boolean => verdict === 'blocked' || verdict === 'partial';

const clauseOf = ({ root }: ExplainedClass): string | null =>
  root === null || root.effect === 'unknown' ? null : stopClause(root);

const sizeOf = (classes: readonly ExplainedClass[]): number => classes.reduce((sum, { reach }) => sum + reach.size, 0);

const atomsOf = (classes: readonly ExplainedClass[]): number[] => classes.flatMap(({ reach }) => reach.atoms);

/** The addresses that a cause cuts off, where others are reached by another way or not known. */
const cutOff = ({ axis, classes, exceptions, verdict }: Subnet, clause: string): string => {
  const stopped = classes.filter((explained) => fails(explained) && clauseOf(explained) === clause);
  if (verdict !== 'partial' || axis === null || stopped.length === classes.length) return '';
  const cidrs = coveringCidrs(axis, atomsOf(stopped), atomsOf([...classes, ...exceptions]));
  const share = percentText(sizeOf(stopped) / sizeOf(classes));
  return `; this cuts off ${rangesText(cidrs)} (${share} of the addresses)`;
};

/** Several gates that each close a part leave less than any of them says. */
const inAll = ({ share, verdict }: Subnet, { problems }: ExplainedClass): string => {
  const stops = problems.filter(({ effect }) => effect !== 'unknown');
  return verdict === 'partial' && share !== null && share > 0 && stops.length > 1
    ? `; in all, ${percentText(share)} of the possible connections work`
    : '';
};

/** What stops packets from one subnet, the worst first: a clause for each cause, and the whole of it with how much it stops. */
export interface Story {
  readonly clause: string;
  readonly told: string;
}

export const storiesOf = (subnet: Subnet): Story[] => {
  const stories = new Map<string, string>();
  for (const explained of worstFirst(subnet.classes).filter(fails)) {
    const clause = clauseOf(explained);
    if (clause === null || stories.has(clause)) continue;
    const atRandom = explained.root?.effect === 'partial' ? '; expect connections to fail at random' : '';
    stories.set(clause, `${clause}${cutOff(subnet, clause)}${inAll(subnet, explained)}${atRandom}`);
  }
  return [...stories].map(([clause, told]) => ({ clause, told }));
};

/** What stops packets from these subnets: the first cause with how much it stops, and the number of the others. */
export const causeClause = (subnets: readonly SubnetOutcome[]): string => {
  const [first, ...others] = subnets.flatMap(({ stories }) => stories);
  if (first === undefined) return '';
  const more = new Set(others.filter(({ clause }) => clause !== first.clause).map(({ clause }) => clause)).size;
  if (more === 0) return `: ${first.told}`;
  return `: ${first.told}; and ${more} more ${more === 1 ? 'cause' : 'causes'}`;
};
