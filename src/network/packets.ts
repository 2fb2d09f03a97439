import type { Family } from './address.ts';
import type { Destination } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { internetAtoms, internetPort } from './internet.ts';
import { ipv6RangeOf } from './ipv6-range.ts';
import {
  contextOf,
  type Packets,
  toAddresses,
  toSomeAddresses,
  unknownVerdict,
  type Vantage,
} from './packets-to-addresses.ts';
import type { PathContext } from './path/context.ts';
import { securityGroupStep } from './path/security-group.ts';
import { intersectPorts } from './ports.ts';
import { problemsOf, rootOf } from './problem.ts';
import { reachClasses } from './reach.ts';
import { problemClause } from './stop-text.ts';
import { eitherFamily } from './two-families.ts';
import { fails, internetVerdict, judge, type TargetVerdict, targetVerdict } from './verdict.ts';
import { worstFirst } from './worst-first.ts';

const toInternet = (vantage: Vantage, family: Family, target: string, port = internetPort): Packets => {
  const context = contextOf(vantage, family, { target, ranges: [], endpoint: null });
  const reached = reachClasses(context, internetAtoms(context), port);
  return { context, reached, found: internetVerdict(reached.map(judge)), doubt: null };
};

const overIpv6 = (target: string): Doubt => ({
  kind: 'not-evaluated',
  resource: target,
  what: `${target} may be reached over IPv6, if the function asks for its dual-stack name`,
});

/** Which part of the internet has another outcome than the rest. */
const otherwise = ({ verdict, classes, exceptions }: TargetVerdict): string => {
  const odd = worstFirst([...classes, ...exceptions]).find(
    (each) => each.verdict !== 'reachable' || verdict === 'blocked',
  );
  const root = odd === undefined ? null : rootOf(problemsOf(odd.reach));
  if (root === null) return 'not all of the internet has one outcome';
  return `a part of the internet has another outcome than the rest: ${problemClause(root)}`;
};

type Usual = Extract<Destination, { readonly kind: 'usual' }>;
type DualStack = Extract<Destination, { readonly kind: 'dual-stack' }>;
type PublicService = Extract<Destination, { readonly kind: 'public-service' }>;

/**
 * A service's public addresses are not in the snapshot: they are reached for certain only if all of the internet is, and
 * fail for certain only if all of it does, by IPv6 as well.
 */
const toService = (vantage: Vantage, target: string, { ifBlocked, port }: PublicService): Packets => {
  const packets = toInternet(vantage, 'ipv4', target, port);
  const { verdict, classes, exceptions } = packets.found;
  const isEven = exceptions.length === 0 && classes.every((each) => each.verdict === verdict);
  const what = `the public addresses of ${target} are not in what was read, and ${otherwise(packets.found)}`;
  const uneven: Doubt = { kind: 'not-evaluated', resource: target, what };
  if (verdict === 'unknown') return packets;
  const open = (doubt: Doubt): Packets => ({ ...packets, doubt, found: unknownVerdict });
  if (fails(packets.found) && ifBlocked !== null) return open(ifBlocked);
  if (!isEven) return open(uneven);
  if (verdict !== 'blocked') return packets;
  const byIpv6 = sendsIpv6(vantage) && toInternet(vantage, 'ipv6', target, port).found.verdict !== 'blocked';
  return byIpv6 ? open(overIpv6(target)) : packets;
};

/** Whether the function may have IPv6 addresses in the subnet: its setting allows it, and so does the subnet's record. */
const sendsIpv6 = ({ fn: { network }, subnet, unread }: Vantage): boolean =>
  (network.kind !== 'vpc' || network.ipv6AllowedForDualStack) && (unread !== null || ipv6RangeOf(subnet) !== null);

/** Whether the function's own groups let nothing out on a port, whatever the address. */
const letsNothingOut = (context: PathContext, port: number): boolean => {
  const { outcome } = securityGroupStep(context);
  return (
    outcome.kind === 'gate' &&
    outcome.gate.list.decisions.every(({ upper }) => intersectPorts(upper, [[port, port]]).length === 0)
  );
};

/** Of addresses that cannot be told it is certain only where the function's own groups let nothing out to any of them. */
const toAnywhere = (vantage: Vantage, target: string, port: number, doubt: Doubt): Packets => {
  const towards = (family: Family): PathContext => contextOf(vantage, family, { target, ranges: [], endpoint: null });
  const context = towards('ipv4');
  const isShut = letsNothingOut(context, port) && (!sendsIpv6(vantage) || letsNothingOut(towards('ipv6'), port));
  if (!isShut) return { context, reached: [], found: unknownVerdict, doubt };
  const reached = reachClasses(context, internetAtoms(context).slice(0, 1), port);
  return { context, reached, found: targetVerdict(reached.map(judge)), doubt: null };
};

/** Whether all ways give one answer that does not depend on which of their packets are sent. */
const isAgreed = ({ found: { verdict } }: Packets, others: readonly Packets[]): boolean =>
  (verdict === 'reachable' || verdict === 'blocked') && others.every(({ found }) => found.verdict === verdict);

/** What holds by every way is certain, whichever is taken. */
const toEither = (vantage: Vantage, ways: readonly Destination[], target: string, doubt: Doubt): Packets => {
  const [first, ...others] = ways.map((way) => packetsTo(vantage, way, target));
  if (first === undefined) return toAnywhere(vantage, target, internetPort, doubt);
  return isAgreed(first, others) ? first : { ...first, found: unknownVerdict, doubt };
};

/** What fails the usual way is certain only if every endpoint to which the name may lead is closed as well. */
const toUsual = (vantage: Vantage, { usual, unnamed }: Usual, target: string): Packets => {
  const packets = packetsTo(vantage, usual, target);
  if (!fails(packets.found)) return packets;
  const tried = unnamed.map(({ way, doubt }) => ({ doubt, there: packetsTo(vantage, way, target) }));
  const open = tried.filter(({ there }) => there.found.verdict !== 'blocked');
  const best = open.find(({ there }) => there.found.verdict === 'reachable') ?? open[0];
  if (best === undefined) return { ...packets, besides: tried.map(({ there }) => there) };
  const letsIn = best.there.found.verdict === 'reachable';
  const doubt = best.doubt.kind === 'private-dns-off' ? { ...best.doubt, letsIn } : best.doubt;
  return { ...packets, found: unknownVerdict, doubt };
};

/** A function that sends IPv6 may call a name by either family; one that sends none calls it by IPv4. */
const toDualStack = (vantage: Vantage, { ipv4, ipv6, name }: DualStack, target: string): Packets => {
  const first = packetsTo(vantage, ipv4, target);
  if (!sendsIpv6(vantage)) return first;
  const second = packetsTo(vantage, ipv6, target);
  return isAgreed(first, [second])
    ? first
    : { ...first, found: unknownVerdict, doubt: eitherFamily(name, first, second) };
};

/** Sends packets to a target from a subnet, to every one of its addresses. */
export const packetsTo = (vantage: Vantage, destination: Destination, target: string): Packets => {
  switch (destination.kind) {
    case 'internet':
      return toInternet(vantage, destination.family, target);
    case 'public-service':
      return toService(vantage, target, destination);
    case 'either':
      return toEither(vantage, destination.ways, target, destination.doubt);
    case 'usual':
      return toUsual(vantage, destination, target);
    case 'dual-stack':
      return toDualStack(vantage, destination, target);
    case 'open':
      return toAnywhere(vantage, target, destination.port, destination.doubt);
    case 'addresses':
      return toAddresses(vantage, destination, target);
    case 'some-addresses':
      return toSomeAddresses(vantage, destination, target);
    default:
      return destination satisfies never;
  }
};
