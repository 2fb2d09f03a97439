import type { LambdaFunction } from '../../model/kinds/functions.ts';
import type { NetworkAcl } from '../../model/kinds/network-acls.ts';
import type { RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import type { HopKind } from '../../model/report.ts';
import type { Axis } from '../axis.ts';
import type { BlockerOf, Side } from '../blocker.ts';
import type { Doubt } from '../doubt.ts';
import { networkAclList } from '../gates/network-acl.ts';
import { type RuleList, unreadableList } from '../gates/rule-list.ts';
import { type EffectiveRouteTable, effectiveRouteTable, type RoutePlan, routePlan } from '../routing.ts';
import { gateStep, type PortVariable, type Step } from '../step.ts';
import { networkAclLines } from '../words.ts';
import { accountOf, itemsOf, type World } from '../world.ts';

/** Where packets start, with what several paths of it share. */
export interface PathContext {
  readonly world: World;
  readonly axis: Axis;
  readonly fn: LambdaFunction;
  readonly securityGroupIds: readonly string[];
  readonly subnet: Subnet;
  readonly plans: Map<string, RoutePlan>;
  readonly lists: Map<string, RuleList>;
}

const memoised = <Value>(known: Map<string, Value>, key: string, make: () => Value): Value => {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
};

export const planOf = (context: PathContext, table: RouteTable): RoutePlan =>
  memoised(context.plans, table.id, () => routePlan(context.world, context.axis, table));

export const tableOf = (context: PathContext, subnet: Subnet): EffectiveRouteTable =>
  effectiveRouteTable(context.world, subnet);

/** Whether the subnet is owned by another account, whose gateways a participant of a shared VPC may not describe. */
export const isShared = (context: PathContext): boolean => {
  const account = accountOf(context.fn);
  return context.subnet.ownerId !== null && account !== null && context.subnet.ownerId !== account;
};

/** The doubt about an id that a readable list lacks: hidden from a participant, else missing. */
export const absent = (context: PathContext, resource: string): Doubt =>
  isShared(context) ? { kind: 'hidden', resource } : { kind: 'missing', resource };

/** The list associated with the subnet, else the VPC's default one. */
const networkAclOf = (context: PathContext, subnet: Subnet): NetworkAcl | Doubt => {
  const { networkAcls } = context.world;
  if (networkAcls.status === 'unavailable') return networkAcls.doubt;
  const lists = itemsOf(networkAcls).filter((acl) => acl.vpcId === subnet.vpcId);
  return (
    lists.find((acl) => acl.subnetIds.includes(subnet.id)) ??
    lists.find((acl) => acl.isDefault === true) ?? { kind: 'missing', resource: `the network ACL of ${subnet.id}` }
  );
};

/** A subnet's network ACL is tested when a packet enters or leaves the subnet, never within it. */
export const networkAclStep = (
  context: PathContext,
  gate: {
    readonly subnet: Subnet;
    readonly side: Side;
    readonly direction: 'ingress' | 'egress';
    readonly leg: 'request' | 'reply';
    readonly address: 'destination' | 'function';
    readonly port: PortVariable;
  },
): Step => {
  const { subnet, side, direction, leg, address, port } = gate;
  const acl = networkAclOf(context, subnet);
  const hop: HopKind = direction === 'ingress' ? 'network-acl-ingress' : 'network-acl-egress';
  const peer = address === 'function' ? (context.subnet.cidr ?? '0.0.0.0/0') : '0.0.0.0/0';
  const readable = 'entries' in acl;
  const owner = {
    kind: 'network-acl' as const,
    networkAclId: readable ? acl.id : `the network ACL of ${subnet.id}`,
    subnetId: subnet.id,
    side,
    direction,
    leg,
    lines: readable ? networkAclLines(acl, direction) : [],
    peer,
  } satisfies Partial<BlockerOf<'network-acl'>>;
  const list = readable
    ? memoised(context.lists, `${acl.id} ${direction}`, () => networkAclList(context.axis, acl, direction))
    : unreadableList(context.axis.atoms);
  const packet = leg === 'request' ? 'the request' : 'the reply';
  const way = direction === 'ingress' ? 'in' : 'out';
  const note = `lets ${packet} ${way} of the ${side === 'function' ? "function's" : "NAT device's"} subnet`;
  return gateStep(hop, owner.networkAclId, way === 'in' ? note.replace('in of', 'into') : note, {
    list,
    address,
    port,
    owner,
    doubt: readable ? null : acl,
  });
};
