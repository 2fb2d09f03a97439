import type { SubnetId } from '../model/ids.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Verdict } from '../model/report.ts';
import { type Question, type Target, targetName } from '../model/target.ts';
import { type AddressRange, type Family, parseCidr } from '../network/address.ts';
import { type Attachment, attachedTo } from '../network/attachment.ts';
import { specialRanges } from '../network/path/private-address.ts';
import { verdictOverSubnets } from '../network/verdict.ts';
import { accountOf, type World } from '../network/world.ts';
import type { Outcome, SubnetOutcome } from './outcome.ts';
import { subnetOutcomeOf } from './subnet-outcome.ts';

/** Answers by placement: functions with the same subnet and groups share one evaluation. */
export type PlacementCache = Map<string, SubnetOutcome>;

const familyOf = (target: Target): Family =>
  target.kind === 'internet6' || (target.kind === 'addresses' && target.cidr.includes(':')) ? 'ipv6' : 'ipv4';

const isSpecial = (range: AddressRange, touches: (special: AddressRange) => boolean): boolean =>
  specialRanges.some((special) => special.family === range.family && touches(special));

/** How much Lambda's own network reaches of a block: what is of IPv4 and neither private nor special. */
const verdictOfBlock = (cidr: string): Verdict => {
  const range = parseCidr(cidr);
  if (range?.family !== 'ipv4') return 'blocked';
  if (!isSpecial(range, ({ from, to }) => from < range.to && range.from < to)) return 'reachable';
  return isSpecial(range, ({ from, to }) => from <= range.from && range.to <= to) ? 'blocked' : 'partial';
};

/** Whether a target lies on the public internet, which Lambda itself reaches over IPv4. */
const isPublic = (target: Target): boolean =>
  target.kind === 'internet' || target.kind === 'service' || (target.kind === 'host' && target.service !== undefined);

const subnetOutcome = (
  world: World,
  fn: LambdaFunction,
  subnetId: SubnetId,
  attachment: Attachment,
  target: Target,
  cache: PlacementCache,
): SubnetOutcome => {
  const { securityGroupIds, sendsIpv6, vpcId } = attachment;
  const place = [fn.network.kind, accountOf(fn), vpcId, sendsIpv6, subnetId, ...securityGroupIds.toSorted()];
  const key = [targetName(target), ...place].join(' ');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const outcome = subnetOutcomeOf(world, fn, subnetId, attachment, target);
  cache.set(key, outcome);
  return outcome;
};

/** Lambda's own network reaches public IPv4 addresses, and nothing in a VPC. */
const outsideVpc = (target: Target): Verdict => {
  if (target.kind === 'addresses') return verdictOfBlock(target.cidr);
  if (isPublic(target)) return 'reachable';
  return target.kind === 'host' ? 'unknown' : 'blocked';
};

/** One question, asked from every subnet of a function that is attached to a VPC. */
export const outcomeOf = (world: World, fn: LambdaFunction, question: Question, cache: PlacementCache): Outcome => {
  const asked = { question, target: targetName(question.target), family: familyOf(question.target) };
  const attached = attachedTo(world, fn);
  if (attached.kind === 'outside') return { ...asked, verdict: outsideVpc(question.target), subnets: [] };
  if (attached.kind === 'open') return { ...asked, verdict: 'unknown', subnets: [], doubt: attached.doubt };
  const { attachment } = attached;
  const subnets = attachment.subnetIds.map((id) => subnetOutcome(world, fn, id, attachment, question.target, cache));
  return { ...asked, verdict: verdictOverSubnets(subnets.map(({ verdict }) => verdict)), subnets };
};
