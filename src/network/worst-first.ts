import type { Verdict } from '../model/report.ts';

interface Judged {
  readonly reach: { readonly size: number };
  readonly verdict: Verdict;
}

const worst: readonly Verdict[] = ['blocked', 'partial', 'unknown', 'reachable'];

const rank = ({ verdict }: Judged): number => worst.indexOf(verdict);

/** Classes of addresses by verdict, among equals the one with most addresses first. */
export const worstFirst = <Class extends Judged>(classes: readonly Class[]): Class[] =>
  classes.toSorted((a, b) => rank(a) - rank(b) || b.reach.size - a.reach.size);

export const bestFirst = <Class extends Judged>(classes: readonly Class[]): Class[] =>
  classes.toSorted((a, b) => rank(b) - rank(a) || b.reach.size - a.reach.size);
