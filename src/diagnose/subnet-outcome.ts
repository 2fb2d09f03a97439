import type { SubnetId } from '../model/ids.ts';
import type { FunctionNetwork, LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Verdict } from '../model/report.ts';
import { type Family, parseCidr } from '../network/address.ts';
import type { Doubt } from '../network/doubt.ts';
import { internetAtoms, internetPort } from '../network/internet.ts';
import { problemsOf, rootOf } from '../network/problem.ts';
import { reachClasses } from '../network/reach.ts';
import { unreadSubnet } from '../network/unread-subnet.ts';
import { vantageOf } from '../network/vantage.ts';
import { internetVerdict, type JudgedClass, judge } from '../network/verdict.ts';
import { witnessesOf } from '../network/witness.ts';
import { lookup, type World } from '../network/world.ts';
import type { ExplainedClass, SubnetOutcome } from './answers.ts';
import { storiesOf } from './cause-clause.ts';

export type VpcNetwork = Extract<FunctionNetwork, { readonly kind: 'vpc' }>;

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
  witnesses: [],
  stories: [],
  doubt,
});

/** What packets from a subnet meet. `unread` says why its record could not be read, so that only its id is known. */
const judgedOutcome = (
  world: World,
  fn: LambdaFunction,
  subnet: Subnet,
  { securityGroupIds }: VpcNetwork,
  family: Family,
  unread: Doubt | null,
): SubnetOutcome => {
  const context = { ...vantageOf(world, fn, subnet, securityGroupIds, family), unread };
  const reached = reachClasses(context, internetAtoms(context));
  const found = internetVerdict(reached.map((reach) => judge(reach, internetPort)));
  const explained = {
    subnetId: subnet.id,
    subnet: unread === null ? subnet : null,
    axis: context.axis,
    verdict: found.verdict,
    share: found.share,
    classes: found.classes.map(explain),
    exceptions: found.exceptions.map(explain),
    witnesses: witnessesOf(context, found, reached, internetPort),
    doubt: null,
  };
  return { ...explained, stories: storiesOf(explained) };
};

const fails = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict === 'blocked' || verdict === 'partial';

/** What is certain of a subnet that may not be read: what fails, if that which names it shows it, else nothing. */
const unreadOutcome = (
  world: World,
  fn: LambdaFunction,
  subnetId: SubnetId,
  network: VpcNetwork,
  family: Family,
  doubt: Doubt,
): SubnetOutcome => {
  const named = unreadSubnet(world, subnetId, network.vpcId, doubt);
  if (named === null) return unknownSubnet(subnetId, doubt);
  const outcome = judgedOutcome(named.world, fn, named.subnet, network, family, doubt);
  if (fails(outcome)) return outcome;
  return { ...unknownSubnet(subnetId, doubt), axis: outcome.axis, exceptions: outcome.exceptions.filter(fails) };
};

/** What a function's packets to the internet meet from one of its subnets. */
export const subnetOutcomeOf = (
  world: World,
  fn: LambdaFunction,
  subnetId: SubnetId,
  network: VpcNetwork,
  family: Family,
): SubnetOutcome => {
  const found = lookup(world.subnets, subnetId);
  if (found.status === 'unavailable') return unreadOutcome(world, fn, subnetId, network, family, found.doubt);
  if (found.status === 'missing') return unknownSubnet(subnetId, { kind: 'missing', resource: subnetId });
  if (family === 'ipv4' && parseCidr(found.item.cidr ?? '') === null) {
    const what = `${subnetId} has no IPv4 range`;
    return unknownSubnet(subnetId, { kind: 'not-evaluated', resource: subnetId, what });
  }
  return judgedOutcome(world, fn, found.item, network, family, null);
};
