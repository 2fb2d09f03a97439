import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Verdict } from '../model/report.ts';
import { type Question, targetName } from '../model/target.ts';
import { parseCidr } from '../network/address.ts';
import type { Axis } from '../network/axis.ts';
import type { Doubt } from '../network/doubt.ts';
import { internetAtoms, internetPort } from '../network/internet.ts';
import { type Problem, problemsOf, rootOf } from '../network/problem.ts';
import { type ReachClass, reachClasses } from '../network/reach.ts';
import { vantageOf } from '../network/vantage.ts';
import { internetVerdict, type JudgedClass, judge, verdictOverSubnets } from '../network/verdict.ts';
import { lookup, type World } from '../network/world.ts';

/** Addresses with one outcome, its problems in path order and the one to mend first. */
export interface ExplainedClass {
  readonly reach: ReachClass;
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
  readonly root: Problem | null;
}

/** What one subnet answers. `subnet` is null if the snapshot lacks it; then `doubt` says why. */
export interface SubnetOutcome {
  readonly subnetId: string;
  readonly subnet: Subnet | null;
  readonly axis: Axis | null;
  readonly verdict: Verdict;
  readonly share: number | null;
  readonly classes: readonly ExplainedClass[];
  readonly exceptions: readonly ExplainedClass[];
  readonly doubt: Doubt | null;
}

export interface Outcome {
  readonly question: Question;
  readonly target: string;
  readonly verdict: Verdict;
  readonly subnets: readonly SubnetOutcome[];
}

const explain = ({ reach, verdict }: JudgedClass): ExplainedClass => {
  const problems = problemsOf(reach, internetPort);
  return { reach, verdict, problems, root: rootOf(problems) };
};

const unknownSubnet = (subnetId: string, doubt: Doubt): SubnetOutcome => ({
  subnetId,
  subnet: null,
  axis: null,
  verdict: 'unknown',
  share: null,
  classes: [],
  exceptions: [],
  doubt,
});

/** Answers by placement: functions with the same subnet and groups share one evaluation. */
export type PlacementCache = Map<string, SubnetOutcome>;

const subnetOutcome = (
  world: World,
  fn: LambdaFunction,
  subnetId: string,
  securityGroupIds: readonly string[],
  cache: PlacementCache,
): SubnetOutcome => {
  const account = fn.arn.split(':')[4];
  const key = [account, subnetId, ...securityGroupIds.toSorted()].join(' ');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = lookup(world.subnets, subnetId);
  if (found.status !== 'found')
    return unknownSubnet(subnetId, found.status === 'missing' ? { kind: 'missing', resource: subnetId } : found.doubt);
  if (parseCidr(found.item.cidr ?? '') === null) {
    const what = `${subnetId} has no IPv4 range`;
    return unknownSubnet(subnetId, { kind: 'not-evaluated', resource: subnetId, what });
  }
  const context = vantageOf(world, fn, found.item, securityGroupIds);
  const classes = reachClasses(context, internetAtoms(context)).map((reach) => judge(reach, internetPort));
  const result = internetVerdict(classes);
  const outcome: SubnetOutcome = {
    subnetId,
    subnet: found.item,
    axis: context.axis,
    verdict: result.verdict,
    share: result.share,
    classes: result.classes.map(explain),
    exceptions: result.exceptions.map(explain),
    doubt: null,
  };
  cache.set(key, outcome);
  return outcome;
};

/** One question, asked from every subnet of a function that is attached to a VPC. */
export const outcomeOf = (world: World, fn: LambdaFunction, question: Question, cache: PlacementCache): Outcome => {
  const target = targetName(question.target);
  const { network } = fn;
  if (network.kind === 'none' || (network.kind === 'vpc' && network.subnetIds.length === 0))
    return { question, target, verdict: 'reachable', subnets: [] };
  if (network.kind === 'capacity-provider') return { question, target, verdict: 'unknown', subnets: [] };
  const subnets = network.subnetIds.map((id) => subnetOutcome(world, fn, id, network.securityGroupIds, cache));
  return { question, target, verdict: verdictOverSubnets(subnets.map(({ verdict }) => verdict)), subnets };
};
