import type { SubnetId } from '../model/ids.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import { type Target, targetName } from '../model/target.ts';
import { parseCidr } from '../network/address.ts';
import type { Attachment } from '../network/attachment.ts';
import { type Destination, endpointOf, isIpv4 } from '../network/destination.ts';
import { destinationOf } from '../network/destination-of.ts';
import type { Doubt } from '../network/doubt.ts';
import { doubtOverNat64 } from '../network/nat64.ts';
import { packetsTo } from '../network/packets.ts';
import { type Packets, unknownVerdict, type Vantage } from '../network/packets-to-addresses.ts';
import { problemsOf, rootOf } from '../network/problem.ts';
import { unreadSubnet } from '../network/unread-subnet.ts';
import { fails, type JudgedClass } from '../network/verdict.ts';
import { witnessesOf } from '../network/witness.ts';
import { accountOf, lookup, type World } from '../network/world.ts';
import { worstFirst } from '../network/worst-first.ts';
import { storiesOf } from './cause-clause.ts';
import type { ExplainedClass, OtherWay, SubnetOutcome } from './outcome.ts';
import { wayTo } from './ways.ts';

/** Where everything is proven to pass there is nothing to explain. A share can round to 1 where one address of 2^64 fails. */
const explain = ({ reach, verdict, bounds }: JudgedClass): ExplainedClass => {
  const problems = bounds.lower === 1 && verdict === 'reachable' ? [] : problemsOf(reach);
  const isProvenToPass = (verdict === 'reachable' || verdict === 'partial') && bounds.lower > 0;
  return { reach, verdict, isProvenToPass, problems, root: rootOf(problems) };
};

const otherWay = ({ context, found }: Packets): OtherWay => ({
  family: context.axis.family,
  classes: found.classes.map(explain),
});

const unknownSubnet = (subnetId: string, doubt: Doubt): SubnetOutcome => ({
  subnetId,
  subnet: null,
  axis: null,
  verdict: 'unknown',
  share: null,
  classes: [],
  exceptions: [],
  besides: [],
  witnesses: [],
  endpointId: null,
  stories: [],
  way: null,
  doubt,
});

/** What packets are sent from, and to. `unread` says why the subnet's record could not be read, so that only its id is known. */
interface Question {
  readonly fn: LambdaFunction;
  readonly attachment: Attachment;
  readonly target: Target;
}

/** Programs reach the internet, services and hosts by names. */
const isByName = ({ kind }: Target): boolean => kind === 'internet' || kind === 'service' || kind === 'host';

/** What is called by name and fails over IPv4 may still be called over NAT64. */
const sentTo = (vantage: Vantage, destination: Destination, target: Target): Packets => {
  const packets = packetsTo(vantage, destination, targetName(target));
  if (!isByName(target) || !fails(packets.found)) return packets;
  const doubt = doubtOverNat64(vantage, destination, packets);
  return doubt === null ? packets : { ...packets, found: unknownVerdict, doubt };
};

/** What packets from a subnet meet. */
const judgedOutcome = (
  world: World,
  { fn, attachment, target }: Question,
  subnet: Subnet,
  destination: Destination,
  unread: Doubt | null,
): SubnetOutcome => {
  const vantage = { world, fn, subnet, securityGroupIds: attachment.securityGroupIds, unread };
  const { context, reached, found, doubt, besides = [] } = sentTo(vantage, destination, target);
  const explained = {
    subnetId: subnet.id,
    subnet: unread === null ? subnet : null,
    axis: context.axis,
    verdict: found.verdict,
    share: found.share,
    classes: found.classes.map(explain),
    exceptions: found.exceptions.map(explain),
    besides: fails(found) ? besides.map(otherWay) : [],
    witnesses: witnessesOf(context, found, reached),
    endpointId: context.endpoint?.id ?? null,
    doubt,
  };
  const way =
    target.kind === 'service'
      ? wayTo(worstFirst(found.classes)[0]?.reach.path.steps ?? [], endpointOf(destination))
      : null;
  return { ...explained, stories: storiesOf(explained), way };
};

/** What is certain of a subnet that may not be read: what fails, if that which names it shows it, else nothing. */
const unreadOutcome = (world: World, question: Question, subnetId: SubnetId, doubt: Doubt): SubnetOutcome => {
  const named = unreadSubnet(world, subnetId, question.attachment.vpcId, doubt);
  if (named === null) return unknownSubnet(subnetId, doubt);
  const destination = destinationOf(named.world, named.subnet, true, question.target);
  const outcome = judgedOutcome(named.world, question, named.subnet, destination, doubt);
  if (fails(outcome)) return outcome;
  return { ...unknownSubnet(subnetId, doubt), axis: outcome.axis, exceptions: outcome.exceptions.filter(fails) };
};

/** What a function's packets to a target meet from one of its subnets. */
export const subnetOutcomeOf = (
  world: World,
  fn: LambdaFunction,
  subnetId: SubnetId,
  attachment: Attachment,
  target: Target,
): SubnetOutcome => {
  const question = { fn, attachment, target };
  const found = lookup(world.subnets, subnetId);
  if (found.status === 'unavailable') return unreadOutcome(world, question, subnetId, found.doubt);
  if (found.status === 'missing') return unknownSubnet(subnetId, { kind: 'missing', resource: subnetId });
  const subnet = found.item;
  const isShared = subnet.ownerId !== null && subnet.ownerId !== accountOf(fn);
  const destination = destinationOf(world, subnet, isShared, target);
  if (isIpv4(destination) && parseCidr(subnet.cidr ?? '') === null) {
    const what = `${subnetId} has no IPv4 range`;
    return unknownSubnet(subnetId, { kind: 'not-evaluated', resource: subnetId, what });
  }
  return judgedOutcome(world, question, subnet, destination, null);
};
