import type { FunctionNetwork, LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Verdict } from '../model/report.ts';
import { type Question, type Target, targetName } from '../model/target.ts';
import { type Family, parseCidr } from '../network/address.ts';
import type { Axis } from '../network/axis.ts';
import type { Doubt } from '../network/doubt.ts';
import { internetAtoms, internetPort } from '../network/internet.ts';
import { type Problem, problemsOf, rootOf } from '../network/problem.ts';
import { type ReachClass, reachClasses } from '../network/reach.ts';
import { vantageOf } from '../network/vantage.ts';
import { internetVerdict, type JudgedClass, judge, verdictOverSubnets } from '../network/verdict.ts';
import { accountOf, lookup, type World } from '../network/world.ts';

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
  readonly family: Family;
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

type VpcNetwork = Extract<FunctionNetwork, { readonly kind: 'vpc' }>;

/** Answers by placement: functions with the same subnet and groups share one evaluation. */
export type PlacementCache = Map<string, SubnetOutcome>;

const familyOf = (target: Target): Family => (target.kind === 'internet6' ? 'ipv6' : 'ipv4');

const judged = (world: World, fn: LambdaFunction, subnet: Subnet, groups: readonly string[], family: Family) => {
  const context = vantageOf(world, fn, subnet, groups, family);
  const classes = reachClasses(context, internetAtoms(context)).map((reach) => judge(reach, internetPort));
  return { axis: context.axis, ...internetVerdict(classes) };
};

const subnetOutcome = (
  world: World,
  fn: LambdaFunction,
  subnetId: string,
  network: VpcNetwork,
  target: Target,
  cache: PlacementCache,
): SubnetOutcome => {
  const { securityGroupIds, ipv6AllowedForDualStack } = network;
  const key = [target.kind, accountOf(fn), ipv6AllowedForDualStack, subnetId, ...securityGroupIds.toSorted()].join(' ');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = lookup(world.subnets, subnetId);
  if (found.status !== 'found')
    return unknownSubnet(subnetId, found.status === 'missing' ? { kind: 'missing', resource: subnetId } : found.doubt);
  const family = familyOf(target);
  if (family === 'ipv4' && parseCidr(found.item.cidr ?? '') === null) {
    const what = `${subnetId} has no IPv4 range`;
    return unknownSubnet(subnetId, { kind: 'not-evaluated', resource: subnetId, what });
  }
  const { axis, verdict, share, classes, exceptions } = judged(world, fn, found.item, securityGroupIds, family);
  const outcome: SubnetOutcome = {
    subnetId,
    subnet: found.item,
    axis,
    verdict,
    share,
    classes: classes.map(explain),
    exceptions: exceptions.map(explain),
    doubt: null,
  };
  cache.set(key, outcome);
  return outcome;
};

/** One question, asked from every subnet of a function that is attached to a VPC. */
export const outcomeOf = (world: World, fn: LambdaFunction, question: Question, cache: PlacementCache): Outcome => {
  const target = targetName(question.target);
  const family = familyOf(question.target);
  const { network } = fn;
  if (network.kind === 'none' || (network.kind === 'vpc' && network.subnetIds.length === 0))
    return { question, target, family, verdict: family === 'ipv4' ? 'reachable' : 'blocked', subnets: [] };
  if (network.kind === 'capacity-provider') return { question, target, family, verdict: 'unknown', subnets: [] };
  const subnets = network.subnetIds.map((id) => subnetOutcome(world, fn, id, network, question.target, cache));
  return { question, target, family, verdict: verdictOverSubnets(subnets.map(({ verdict }) => verdict)), subnets };
};
