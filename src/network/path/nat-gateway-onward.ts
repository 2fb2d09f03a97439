import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Route } from '../../model/kinds/route-tables.ts';
import type { BlockerOf } from '../blocker.ts';
import { blocks, isDeadEnd, type Step, unknown } from '../step.ts';
import { routeText } from '../words.ts';
import { lookup } from '../world.ts';
import type { GatewayUser } from './block-public-access.ts';
import type { PathContext } from './context.ts';
import { isGone } from './gone.ts';
import { internetGatewaySteps } from './internet-gateway.ts';
import { notEvaluated } from './nat-gateway-state.ts';
import { type HostRoute, routePasses } from './nat-subnet.ts';
import { internalAddresses, isPrivateAt } from './private-address.ts';
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
  const target = onward.kind === 'route' && onward.route.state === 'active' ? onward.route.target : null;
  if (nat.connectivityType !== 'private' || target?.kind !== 'internet-gateway') return [];
  return [
    blocks('nat-gateway', nat.id, {
      kind: 'nat-gateway-private',
      natGatewayId: nat.id,
      internetGatewayId: target.id,
    }),
  ];
};

/** Ways to other networks, which a NAT gateway takes like any other sender. */
const leadsToNetworks: readonly Route['target']['kind'][] = ['local', 'vpc-peering-connection'];

/** Where the NAT gateway's own subnet sends the packet. */
export const onwardSteps = (
  context: PathContext,
  nat: NatGateway,
  user: GatewayUser,
  onward: HostRoute,
  atom: number,
): Step[] => {
  const { tableId } = onward;
  if (onward.kind === 'unknown') {
    const ways = onward.candidates.map((route) => {
      const way: HostRoute = route === null ? { kind: 'none', tableId } : { kind: 'route', route, tableId };
      return [...privateSteps(nat, way), ...onwardSteps(context, nat, user, way, atom)];
    });
    const [first] = internalAddresses(context)(atom) ? [] : ways;
    if (first !== undefined && ways.every((way) => way.some(isDeadEnd))) return first;
    return [unknown('route', tableId, onward.doubt)];
  }
  if (onward.kind === 'none') return [noWayOut(nat, nat.subnetId, tableId, 'no-route', 'no route to the internet')];
  const { route } = onward;
  const line = routeText(route);
  const inactive = inactiveRouteStep(tableId, route, 'nat');
  if (inactive !== null) return [inactive];
  if (isPrivateAt(context, atom) && leadsToNetworks.includes(route.target.kind))
    return onwardOutOfSight(tableId, route);
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
      const host = nat.subnetId === null ? null : lookup(context.world.subnets, nat.subnetId);
      if (host?.status !== 'found') return onwardOutOfSight(tableId, route);
      return [routePasses(tableId, route), ...transitGatewaySteps(context, route.target.id, host.item)];
    }
    default:
      return onwardOutOfSight(tableId, route);
  }
};
