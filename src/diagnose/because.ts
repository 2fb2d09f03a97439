import type { Verdict } from '../model/report.ts';
import { doubtText } from '../network/doubt.ts';
import type { Problem } from '../network/problem.ts';
import { problemClause } from '../network/stop-text.ts';
import { fails } from '../network/verdict.ts';
import { allOf, targetWords } from '../network/words.ts';
import type { PlacedFunction } from '../rules/rule.ts';
import { causeClause } from './cause-clause.ts';
import type { Outcome, SubnetOutcome } from './outcome.ts';
import { waysText } from './ways.ts';

/** A disagreement comes before other doubts, since it is a defect of this program and not of the network. */
const doubtClause = (subnets: readonly SubnetOutcome[]): string => {
  const own = subnets.flatMap(({ doubt }) => doubt ?? []);
  const behind = subnets.flatMap(({ classes }) =>
    classes.flatMap(({ root }) => (root?.effect === 'unknown' ? [root.doubt] : [])),
  );
  const doubts = [...own.filter(({ kind }) => kind === 'disagreement'), ...own, ...behind];
  return doubts[0] === undefined ? '' : `: ${doubtText(doubts[0])}`;
};

const subnetsPhrase = (count: number): string => (count === 1 ? 'its subnet' : `any of its ${count} subnets`);

/** From how many subnets it works, works sometimes and fails: k of n, never a percentage of invocations. */
const countsPhrase = (target: string, subnets: readonly SubnetOutcome[]): string => {
  const having = (verdict: Verdict): number => subnets.filter((subnet) => subnet.verdict === verdict).length;
  const ways = [
    { count: having('reachable'), first: `reaches ${target} from`, next: 'works from' },
    { count: having('partial'), first: `reaches ${target} only sometimes from`, next: 'only sometimes from' },
    { count: having('blocked'), first: `fails to reach ${target} from`, next: 'fails from' },
  ].filter(({ count }) => count > 0);
  const phrases = ways.map(({ count, first, next }, index) =>
    index === 0 ? `${first} ${count} of its ${subnets.length} subnets` : `${next} ${count}`,
  );
  const known = allOf(phrases);
  return having('unknown') === 0 ? known : `${known}, and the rest cannot be told`;
};

const partialBecause = (target: string, subnets: readonly SubnetOutcome[]): string => {
  const all = subnets.length;
  const failing = subnets.filter(fails);
  const disagreement = subnets.some(({ doubt }) => doubt?.kind === 'disagreement') ? doubtClause(subnets) : '';
  const counts =
    failing.every(({ verdict }) => verdict === 'partial') && failing.length === all
      ? `reaches ${target} only sometimes, from ${all === 1 ? 'its subnet' : `all ${all} of its subnets`}`
      : countsPhrase(target, subnets);
  return `${counts}${causeClause(failing)}${disagreement.replace(/^: /, '; ')}`;
};

/** The name of a function as it was asked about. */
const nameOf = ({ name, qualifier }: PlacedFunction): string => (qualifier === null ? name : `${name}:${qualifier}`);

type Sentence = (fn: PlacedFunction) => string;

const says = (clause: string): Sentence => {
  const rest = ` ${clause}.`;
  return (fn) => nameOf(fn) + rest;
};

const leavesOpen = (target: string, clause: string): Sentence => {
  const rest = ` reaches ${target} cannot be told${clause}.`;
  return (fn) => `Whether ${nameOf(fn)}${rest}`;
};

/** The answer in one sentence: who, what, from how many subnets, how much of it, why. Only the name differs in a place. */
export const becauseOf = (outcome: Outcome): Sentence => {
  const { verdict, subnets } = outcome;
  const target = targetWords(outcome.target);
  const all = subnets.length;
  if (outcome.doubt !== undefined) return leavesOpen(target, `: ${doubtText(outcome.doubt)}`);
  if (all === 0 && verdict === 'blocked')
    return says(
      `cannot reach ${target}: it is not attached to a VPC, and only functions in a VPC ${outcome.family === 'ipv6' ? 'can send IPv6' : 'reach private addresses'}`,
    );
  if (all === 0 && verdict === 'partial')
    return says(
      `reaches only the public addresses of ${target}: it is not attached to a VPC, and only functions in a VPC reach private addresses`,
    );
  if (all === 0) return says(`is not attached to a VPC, so Lambda itself gives it access to ${target}`);
  switch (verdict) {
    case 'reachable':
      return says(
        `reaches ${target} from ${all === 1 ? 'its only subnet' : `all ${all} of its subnets`}${waysText(subnets)}`,
      );
    case 'blocked':
      return says(`cannot reach ${target} from ${subnetsPhrase(all)}${causeClause(subnets)}`);
    case 'unknown':
      return leavesOpen(target, doubtClause(subnets));
    case 'partial':
      return says(partialBecause(target, subnets));
    default:
      return verdict satisfies never;
  }
};

/** The same for a handful of addresses whose outcome differs from the rest. */
export const exceptionBecause = (root: Problem | null): string =>
  root === null ? 'these addresses are reachable' : problemClause(root);
