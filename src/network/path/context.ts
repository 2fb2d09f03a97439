import type { NetworkAcl } from '../../model/kinds/network-acls.ts';
import type { RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import type { HopKind } from '../../model/report.ts';
import type { AddressRange } from '../address.ts';
import type { BlockerOf, Side } from '../blocker.ts';
import type { Compiled, Start } from '../compiled.ts';
import type { EndpointOutOfSight } from '../destination.ts';
import type { Doubt } from '../doubt.ts';
import { type EffectiveRouteTable, effectiveRouteTable } from '../effective-route-table.ts';
import { networkAclList } from '../gates/network-acl.ts';
import { unreadableList } from '../gates/rule-list.ts';
import { unreadRuleOf } from '../gates/unread-rule.ts';
import { ipv6RangeOf } from '../ipv6-range.ts';
import { memoised } from '../memoised.ts';
import { type RoutePlan, routePlan } from '../routing.ts';
import { gateStep, type PortVariable, type Step } from '../step.ts';
import { networkAclLines } from '../words.ts';
import { accountOf, itemsInVpc, type Sender, type World } from '../world.ts';
import { asForInstances, isOnInstances } from './managed-instance.ts';

/** Where packets start, with what several paths of it share. */
export interface PathContext extends Compiled {
  readonly world: World;
  readonly fn: Sender;
  readonly securityGroupIds: readonly string[];
  readonly subnet: Subnet;
  /** What was asked for, as every report names it. */
  readonly target: string;
  /** The endpoint whose interfaces, which could not be read, are at the addresses that were asked for; null for none. */
  readonly endpoint: EndpointOutOfSight | null;
  /** Why the record of the subnet could not be read, so that only what names its id is known; null if it was read. */
  readonly unread: Doubt | null;
  /** Addresses that the function can have in the subnet; null if it can have none of this family. */
  readonly range: AddressRange | null;
  /** What functions with other groups share. */
  readonly start: Start;
}

export const planOf = (context: PathContext, table: RouteTable): RoutePlan =>
  memoised(context.plans, table.id, () => routePlan(context.world, context.axis, table));

export const tableOf = (context: PathContext, subnet: Subnet): EffectiveRouteTable =>
  effectiveRouteTable(context.world, subnet);

/**
 * Tables that can be the function's own; empty where they cannot all be told. A participant of a shared VPC may not see
 * all of its tables.
 */
export const ownTables = (context: PathContext): readonly RouteTable[] => {
  const table = tableOf(context, context.subnet);
  if (table.status === 'found') return [table.table];
  return isShared(context) ? [] : table.candidates;
};

/**
 * Whether the subnet is owned by another account, whose gateways a participant of a shared VPC may not describe, or may
 * be since neither its record nor that of its VPC could be read.
 */
export const isShared = ({ fn, subnet, unread }: PathContext): boolean => {
  const account = accountOf(fn);
  if (subnet.ownerId === null) return unread !== null;
  return account !== null && subnet.ownerId !== account;
};

/** The doubt about an id that a readable list lacks: hidden from a participant, else missing. */
export const absent = (context: PathContext, resource: string): Doubt => {
  if (context.unread !== null && context.subnet.ownerId === null) return context.unread;
  return isShared(context) ? { kind: 'hidden', resource } : { kind: 'missing', resource };
};

/** The list associated with the subnet, else the VPC's default one. */
const networkAclOf = (context: PathContext, subnet: Subnet): NetworkAcl | Doubt => {
  const { networkAcls } = context.world;
  if (networkAcls.status === 'unavailable') return networkAcls.doubt;
  const lists = itemsInVpc(networkAcls, subnet.vpcId);
  return (
    lists.find((acl) => acl.subnetIds.includes(subnet.id)) ??
    lists.find((acl) => acl.isDefault === true) ?? { kind: 'missing', resource: `the network ACL of ${subnet.id}` }
  );
};

/** The whole family as a CIDR block. */
export const everywhereCidr = ({ axis }: PathContext): string => (axis.family === 'ipv4' ? '0.0.0.0/0' : '::/0');

/** The function's subnet as a CIDR block of the family. */
export const ownCidr = (context: PathContext): string => {
  const { axis, subnet } = context;
  const own = axis.family === 'ipv4' ? subnet.cidr : ipv6RangeOf(subnet);
  return own ?? everywhereCidr(context);
};

interface NetworkAclGate {
  readonly subnet: Subnet;
  readonly side: Side;
  readonly direction: 'ingress' | 'egress';
  readonly leg: 'request' | 'reply';
  readonly address: 'destination' | 'function';
  readonly port: PortVariable;
}

const compiledAcl = ({ axis, networkAcls }: PathContext, acl: NetworkAcl, direction: 'ingress' | 'egress') =>
  memoised(networkAcls, `${acl.id} ${direction}`, () => ({
    list: networkAclList(axis, acl, direction),
    lines: networkAclLines(acl, direction),
  }));

const owners: Readonly<Record<Side, string>> = {
  function: "function's",
  nat: "NAT device's",
  target: "target's",
};

const makeNetworkAclStep = (context: PathContext, gate: NetworkAclGate): Step => {
  const { subnet, side, direction, leg, address, port } = gate;
  const acl = networkAclOf(context, subnet);
  const hop: HopKind = direction === 'ingress' ? 'network-acl-ingress' : 'network-acl-egress';
  const peer = address === 'function' ? ownCidr(context) : everywhereCidr(context);
  const readable = 'entries' in acl;
  const { list, lines } = readable
    ? compiledAcl(context, acl, direction)
    : { list: unreadableList(context.axis.atoms), lines: [] };
  const owner = {
    kind: 'network-acl' as const,
    networkAclId: readable ? acl.id : `the network ACL of ${subnet.id}`,
    subnetId: subnet.id,
    side,
    direction,
    leg,
    lines,
    peer,
  } satisfies Partial<BlockerOf<'network-acl'>>;
  const packet = leg === 'request' ? 'the request' : 'the reply';
  const way = direction === 'ingress' ? 'into' : 'out of';
  const note = `lets ${packet} ${way} the ${owners[side]} subnet`;
  const compiled = { list, address, port, owner, doubt: readable ? unreadRuleOf(acl.id, list) : acl };
  const isUncertain = port === 'function' && isOnInstances(context.fn);
  return gateStep(hop, owner.networkAclId, note, isUncertain ? asForInstances(compiled, owner.networkAclId) : compiled);
};

/** A subnet's network ACL is tested when a packet enters or leaves the subnet, never within it. */
export const networkAclStep = (context: PathContext, gate: NetworkAclGate): Step =>
  memoised(context.start.steps, `${gate.subnet.id} ${gate.side} ${gate.direction} ${gate.leg} ${gate.port}`, () =>
    makeNetworkAclStep(context, gate),
  );
