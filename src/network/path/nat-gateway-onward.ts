import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Route } from '../../model/kinds/route-tables.ts';
import type { BlockerOf } from '../blocker.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { routeText } from '../words.ts';
import { lookup } from '../world.ts';
import type { GatewayUser } from './block-public-access.ts';
import type { PathContext } from './context.ts';
import { isGone } from './gone.ts';
import { internetGatewaySteps } from './internet-gateway.ts';
import { notEvaluated } from './nat-gateway-state.ts';
import { gatewayBehind, type HostRoute, routePasses } from './nat-subnet.ts';
import { inactiveRouteStep } from './route-state.ts';
import { transitGatewaySteps } from './transit-gateway.ts';

const noWayOut = (
  nat: NatGateway,
  subnetId: string | null,
  tableId: string,
  why: BlockerOf<'nat-gateway-no-way-out'>['why'],
  line: string,
): Step =>
  blocks('route', tableId, {
    kind: 'nat-gateway-no-way-out',
    natGatewayId: nat.id,
    subnetId,
    routeTableId: tableId,
    why,
    line,
  });

const onwardOutOfSight = (tableId: string, route: Route): Step[] => {
  const what = `${tableId} sends the NAT gateway's packets on by ${routeText(route)}, and what happens behind it is out of sight`;
  return [routePasses(tableId, route), unknown('route', tableId, { kind: 'out-of-sight', resource: tableId, what })];
};

/** A private NAT gateway has no address with which an internet gateway could send its packets on. */
export const privateSteps = (nat: NatGateway, onward: HostRoute): Step[] => {
  const internetGatewayId = gatewayBehind(onward);
  if (nat.connectivityType !== 'private' || internetGatewayId === null) return [];
  return [blocks('nat-gateway', nat.id, { kind: 'nat-gateway-private', natGatewayId: nat.id, internetGatewayId })];
};

/** Where the NAT gateway's own subnet sends the packet. */
export const onwardSteps = (
  context: PathContext,
  nat: NatGateway,
  user: GatewayUser,
  onward: HostRoute,
  atom: number,
): Step[] => {
  const { tableId } = onward;
  if (onward.kind === 'unknown') return [unknown('route', tableId, onward.doubt)];
  if (onward.kind === 'none') return [noWayOut(nat, nat.subnetId, tableId, 'no-route', 'no route to the internet')];
  const { route } = onward;
  const line = routeText(route);
  const inactive = inactiveRouteStep(tableId, route, 'nat');
  if (inactive !== null) return [inactive];
  switch (route.target.kind) {
    case 'internet-gateway':
      return [
        routePasses(tableId, route),
        ...internetGatewaySteps(context, route.target.id, user, 'nat', 'nat-gateway'),
      ];
    case 'nat-gateway':
      if (route.target.id === nat.id) return [noWayOut(nat, nat.subnetId, tableId, 'loop', line)];
      if (isGone(context, route.target)) return [noWayOut(nat, nat.subnetId, tableId, 'other-target', line)];
      return [
        unknown('route', tableId, notEvaluated(tableId, `a chain of two NAT gateways (${line}) is not evaluated yet`)),
      ];
    case 'vpc-peering-connection':
      return [noWayOut(nat, nat.subnetId, tableId, 'other-target', line)];
    case 'vpc-endpoint':
      if (isGone(context, route.target)) return [noWayOut(nat, nat.subnetId, tableId, 'other-target', line)];
      return onwardOutOfSight(tableId, route);
    case 'transit-gateway': {
      const subnetId = nat.availabilityMode === 'regional' ? null : nat.subnetId;
      const host = subnetId === null ? null : lookup(context.world.subnets, subnetId);
      const sender = host?.status === 'found' ? host.item : { ...context.subnet, availabilityZoneId: null };
      return [routePasses(tableId, route), ...transitGatewaySteps(context, route.target.id, sender, atom)];
    }
    default:
      return onwardOutOfSight(tableId, route);
  }
};
