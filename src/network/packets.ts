import type { Subnet } from '../model/kinds/subnets.ts';
import type { Family } from './address.ts';
import { spanOf } from './axis.ts';
import type { Destination } from './destination.ts';
import { type Doubt, doubtText } from './doubt.ts';
import { internetAtoms, internetPort } from './internet.ts';
import type { PathContext } from './path/context.ts';
import { securityGroupStep } from './path/security-group.ts';
import { intersectPorts } from './ports.ts';
import { problemsOf, rootOf } from './problem.ts';
import { type ReachClass, reachClasses } from './reach.ts';
import { stopClause } from './stop-text.ts';
import { vantageOf } from './vantage.ts';
import { internetVerdict, judge, type TargetVerdict, targetVerdict } from './verdict.ts';
import type { Sender, World } from './world.ts';
import { worstFirst } from './worst-first.ts';

/** Where packets start. */
export interface Vantage {
  readonly world: World;
  readonly fn: Sender;
  readonly subnet: Subnet;
  readonly securityGroupIds: readonly string[];
  /** Why the subnet's record could not be read, so that only its id is known. */
  readonly unread: Doubt | null;
}

/** What packets meet; `doubt` says why the verdict is less certain than the paths. */
export interface Packets {
  readonly context: PathContext;
  readonly reached: readonly ReachClass[];
  readonly found: TargetVerdict;
  readonly doubt: Doubt | null;
}

const contextOf = (vantage: Vantage, family: Family, target: string, ranges: Destination): PathContext => {
  const { world, fn, subnet, securityGroupIds, unread } = vantage;
  const asked = { target, ranges: ranges.kind === 'addresses' ? ranges.ranges : [] };
  return { ...vantageOf(world, fn, subnet, securityGroupIds, family, asked), unread };
};

const toInternet = (vantage: Vantage, family: Family, target: string, destination: Destination): Packets => {
  const context = contextOf(vantage, family, target, destination);
  const reached = reachClasses(context, internetAtoms(context), internetPort);
  return { context, reached, found: internetVerdict(reached.map(judge)), doubt: null };
};

export const unknownVerdict: TargetVerdict = { verdict: 'unknown', share: null, classes: [], exceptions: [] };

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
  const why = root.effect === 'unknown' ? doubtText(root.doubt) : stopClause(root);
  return `a part of the internet has another outcome than the rest: ${why}`;
};

/**
 * A service's public addresses are not in the snapshot: they are reached for certain only if all of the internet is, and
 * fail for certain only if all of it does, by IPv6 as well.
 */
const toService = (vantage: Vantage, target: string, destination: Destination, ifBlocked: Doubt | null): Packets => {
  const packets = toInternet(vantage, 'ipv4', target, destination);
  const { verdict, classes, exceptions } = packets.found;
  const isEven = exceptions.length === 0 && classes.every((each) => each.verdict === verdict);
  const what = `the public addresses of ${target} are not in what was read, and ${otherwise(packets.found)}`;
  const uneven: Doubt = { kind: 'not-evaluated', resource: target, what };
  if (verdict === 'unknown') return packets;
  const open = (doubt: Doubt): Packets => ({ ...packets, doubt, found: unknownVerdict });
  if (verdict === 'blocked' && ifBlocked !== null) return open(ifBlocked);
  if (!isEven) return open(uneven);
  if (verdict !== 'blocked') return packets;
  const byIpv6 = sendsIpv6(vantage.fn) && toInternet(vantage, 'ipv6', target, destination).found.verdict !== 'blocked';
  return byIpv6 ? open(overIpv6(target)) : packets;
};

const sendsIpv6 = ({ network }: Sender): boolean => network.kind !== 'vpc' || network.ipv6AllowedForDualStack;

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
  const towards = (family: Family): PathContext => contextOf(vantage, family, target, { kind: 'internet', family });
  const context = towards('ipv4');
  const isShut = letsNothingOut(context, port) && (!sendsIpv6(vantage.fn) || letsNothingOut(towards('ipv6'), port));
  if (!isShut) return { context, reached: [], found: unknownVerdict, doubt };
  const reached = reachClasses(context, internetAtoms(context).slice(0, 1), port);
  return { context, reached, found: targetVerdict(reached.map(judge)), doubt: null };
};

const isIpv6 = (way: Destination): boolean => 'family' in way && way.family === 'ipv6';

/** What holds by every way is certain, whichever is taken; a function that sends no IPv6 takes none of its ways. */
const toEither = (vantage: Vantage, ways: readonly Destination[], target: string, doubt: Doubt): Packets => {
  const open = sendsIpv6(vantage.fn) || ways.every(isIpv6) ? ways : ways.filter((way) => !isIpv6(way));
  const [first, ...others] = open.map((way) => packetsTo(vantage, way, target));
  if (first === undefined) return toAnywhere(vantage, target, internetPort, doubt);
  if (open.length === 1) return first;
  const { verdict } = first.found;
  const agree = verdict !== 'partial' && others.every(({ found }) => found.verdict === verdict);
  return agree && verdict !== 'unknown' ? first : { ...first, found: unknownVerdict, doubt };
};

/** Sends packets to a target from a subnet, to every one of its addresses. */
export const packetsTo = (vantage: Vantage, destination: Destination, target: string): Packets => {
  switch (destination.kind) {
    case 'internet':
      return toInternet(vantage, destination.family, target, destination);
    case 'public-service':
      return toService(vantage, target, destination, destination.ifBlocked);
    case 'either':
      return toEither(vantage, destination.ways, target, destination.doubt);
    case 'open':
      return toAnywhere(vantage, target, destination.port, destination.doubt);
    case 'addresses': {
      const context = contextOf(vantage, destination.family, target, destination);
      const atoms = new Set<number>();
      for (const range of destination.ranges) {
        const span = spanOf(context.axis, range);
        for (let atom = span.from; atom < span.to; atom += 1) atoms.add(atom);
      }
      const reached = reachClasses(context, [...atoms], destination.port);
      return { context, reached, found: targetVerdict(reached.map(judge)), doubt: null };
    }
    default:
      return destination satisfies never;
  }
};
