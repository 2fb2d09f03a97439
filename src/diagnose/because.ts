import type { LambdaFunction } from '../model/kinds/functions.ts';
import { doubtText } from '../network/doubt.ts';
import type { Problem } from '../network/problem.ts';
import type { Outcome, SubnetOutcome } from './answers.ts';
import { clauseOf } from './clause.ts';

const targetPhrase = (target: string): string =>
  target === 'internet' ? 'the internet' : target === 'internet6' ? 'the internet over IPv6' : target;

const rootsOf = (subnets: readonly SubnetOutcome[]): Problem[] =>
  subnets.flatMap((subnet) => subnet.classes.flatMap(({ root }) => (root === null ? [] : [root])));

const causeClause = (subnets: readonly SubnetOutcome[]): string => {
  const clauses = rootsOf(subnets).flatMap((root) => (root.effect === 'unknown' ? [] : [clauseOf(root.blocker)]));
  const distinct = [...new Set(clauses)];
  const [first, ...others] = distinct;
  if (first === undefined) return '';
  return others.length === 0
    ? `: ${first}`
    : `: ${first}; and ${others.length} more ${others.length === 1 ? 'cause' : 'causes'}`;
};

const doubtClause = (subnets: readonly SubnetOutcome[]): string => {
  const doubts = subnets.flatMap((subnet) => [
    ...(subnet.doubt === null ? [] : [doubtText(subnet.doubt)]),
    ...rootsOf([subnet]).flatMap((root) => (root.effect === 'unknown' ? [doubtText(root.doubt)] : [])),
  ]);
  return doubts[0] === undefined ? '' : `: ${doubts[0]}`;
};

const subnetsPhrase = (count: number): string => (count === 1 ? 'its subnet' : `any of its ${count} subnets`);

/** The answer in one sentence: who, what, from how many subnets, why. */
export const becauseOf = (fn: LambdaFunction, outcome: Outcome): string => {
  const { verdict, subnets } = outcome;
  const name = fn.qualifier === null ? fn.name : `${fn.name}:${fn.qualifier}`;
  const target = targetPhrase(outcome.target);
  const all = subnets.length;
  if (fn.network.kind === 'capacity-provider')
    return `Whether ${name} reaches ${target} cannot be told: its network is that of a capacity provider, which is not evaluated yet.`;
  if (all === 0 && verdict === 'blocked')
    return `${name} cannot reach ${target}: it is not attached to a VPC, and only functions in a VPC can send IPv6.`;
  if (all === 0) return `${name} is not attached to a VPC, so Lambda itself gives it access to ${target}.`;
  const failing = subnets.filter((subnet) => subnet.verdict === 'blocked' || subnet.verdict === 'partial');
  const working = subnets.filter((subnet) => subnet.verdict === 'reachable').length;
  switch (verdict) {
    case 'reachable':
      return `${name} reaches ${target} from ${all === 1 ? 'its only subnet' : `all ${all} of its subnets`}.`;
    case 'blocked':
      return `${name} cannot reach ${target} from ${subnetsPhrase(all)}${causeClause(subnets)}.`;
    case 'unknown':
      return `Whether ${name} reaches ${target} cannot be told${doubtClause(subnets)}.`;
    case 'partial': {
      if (failing.every((subnet) => subnet.verdict === 'partial') && failing.length === all)
        return `${name} reaches ${target} only sometimes, from ${all === 1 ? 'its subnet' : `all ${all} of its subnets`}${causeClause(failing)}.`;
      if (working === 0)
        return `${name} fails to reach ${target} from ${failing.length} of its ${all} subnets, and the rest cannot be told${causeClause(failing)}.`;
      return `${name} reaches ${target} from ${working} of its ${all} subnets and fails from ${failing.length}${causeClause(failing)}.`;
    }
    default:
      return verdict satisfies never;
  }
};

/** The same for a handful of addresses whose outcome differs from the rest. */
export const exceptionBecause = (root: Problem | null): string => {
  if (root === null) return 'these addresses are reachable';
  return root.effect === 'unknown' ? doubtText(root.doubt) : clauseOf(root.blocker);
};
