import { culpritOf } from '../network/culprit.ts';
import { stopClause } from '../network/stop-text.ts';
import { fails } from '../network/verdict.ts';
import { allOf, percentText } from '../network/words.ts';
import { worstFirst } from '../network/worst-first.ts';
import type { ExplainedClass, Story, SubnetOutcome } from './outcome.ts';
import { coveringCidrs, rangesText } from './ranges.ts';

type Subnet = Omit<SubnetOutcome, 'stories' | 'way'>;

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

export const storiesOf = (subnet: Subnet): Story[] => {
  const stories = new Map<string, Story>();
  for (const explained of worstFirst(subnet.classes).filter(fails)) {
    const { root } = explained;
    const clause = clauseOf(explained);
    if (root === null || root.effect === 'unknown' || clause === null || stories.has(clause)) continue;
    const atRandom = root.effect === 'partial' ? '; expect connections to fail at random' : '';
    const told = `${clause}${cutOff(subnet, clause)}${inAll(subnet, explained)}${atRandom}`;
    stories.set(clause, { clause, told, kind: root.blocker.kind, culprit: culpritOf(root.blocker).resource });
  }
  return [...stories.values()];
};

/** A clause that is the same for other resources with the same defect. */
const withoutCulprit = ({ clause, culprit }: Story): string => clause.replaceAll(culprit, '');

const areOne = (a: Story, b: Story): boolean => a.clause === b.clause || (a.kind === b.kind && a.culprit === b.culprit);

/**
 * What stops packets from these subnets: the first cause with how much it stops, the resources with the same defect, and
 * the number of the other causes.
 */
export const causeClause = (subnets: readonly SubnetOutcome[]): string => {
  const [first, ...others] = subnets.flatMap(({ stories }) => stories);
  if (first === undefined) return '';
  const different = new Map(others.filter((story) => !areOne(story, first)).map((story) => [story.clause, story]));
  const alike = [...different.values()].filter((story) => withoutCulprit(story) === withoutCulprit(first));
  const same = alike.length === 0 ? '' : `; the same holds for ${allOf(alike.map(({ culprit }) => culprit))}`;
  const more = different.size - alike.length;
  return `: ${first.told}${same}${more === 0 ? '' : `; and ${more} more ${more === 1 ? 'cause' : 'causes'}`}`;
};
