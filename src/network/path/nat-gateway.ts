import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Route } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import type { BlockerOf } from '../blocker.ts';
import { blocks, isDeadEnd, type Step, unknown } from '../step.ts';
import { destinationText, routeText } from '../words.ts';
import { lookup } from '../world.ts';
import { absent, isShared, type PathContext } from './context.ts';
import { internetGatewaySteps } from './internet-gateway.ts';
import { addressStep, natGatewayStateStep, notEvaluated, unevaluated } from './nat-gateway-state.ts';
import {
  type HostRoute,
  hostRouteAt,
  hostSubnetOf,
  replyAclSteps,
  replyRouteSteps,
  requestAclSteps,
  routePasses,
} from './nat-subnet.ts';
import { inactiveRouteStep } from './route-state.ts';

const hop = 'nat-gateway';

const noWayOut = (
  nat: NatGateway,
  subnet: Subnet,
  tableId: string,
  why: BlockerOf<'nat-gateway-no-way-out'>['why'],
  line: string,
): Step =>
  blocks('route', tableId, {
    kind: 'nat-gateway-no-way-out',
    natGatewayId: nat.id,
    subnetId: subnet.id,
    routeTableId: tableId,
    why,
    line,
  });

/** Where the NAT gateway's own subnet sends the packet. */
const onwardSteps = (context: PathContext, nat: NatGateway, subnet: Subnet, onward: HostRoute): Step[] => {
  const { tableId } = onward;
  if (onward.kind === 'unknown') return [unknown('route', tableId, onward.doubt)];
  if (onward.kind === 'none') return [noWayOut(nat, subnet, tableId, 'no-route', 'no route to the internet')];
  const { route } = onward;
  const line = routeText(route);
  const inactive = inactiveRouteStep(tableId, route, 'nat');
  if (inactive !== null) return [inactive];
  switch (route.target.kind) {
    case 'internet-gateway':
      return [
        routePasses(tableId, route),
        ...internetGatewaySteps(context, route.target.id, subnet, 'nat', 'nat-gateway'),
      ];
    case 'nat-gateway':
      if (route.target.id === nat.id) return [noWayOut(nat, subnet, tableId, 'loop', line)];
      return [
        unknown('route', tableId, notEvaluated(tableId, `a chain of two NAT gateways (${line}) is not evaluated yet`)),
      ];
    case 'vpc-peering-connection':
      return [noWayOut(nat, subnet, tableId, 'other-target', line)];
    default:
      return [
        routePasses(tableId, route),
        unknown('route', tableId, {
          kind: 'out-of-sight',
          resource: tableId,
          what: `${tableId} sends the NAT gateway's packets on by ${line}, and what happens behind it is out of sight`,
        }),
      ];
  }
};

/**
 * Through a zonal NAT gateway: its state, its subnet's network ACL in four directions, its subnet's own route and the
 * internet gateway behind it. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
 */
export const natGatewaySteps = (
  context: PathContext,
  id: string,
  tableId: string,
  route: Route,
  atom: number,
): { readonly steps: Step[]; readonly reply: Step[] } => {
  const found = lookup(context.world.natGateways, id);
  const only = (step: Step) => ({ steps: [step], reply: [] });
  if (found.status === 'unavailable') return only(unknown(hop, id, found.doubt));
  if (found.status === 'missing') {
    if (isShared(context)) return only(unknown(hop, id, absent(context, id)));
    const seen = { routeTableId: tableId, destination: destinationText(route), failure: null };
    return only(blocks(hop, id, { kind: 'nat-gateway-not-available', natGatewayId: id, state: 'missing', ...seen }));
  }
  const nat = found.item;
  const state = natGatewayStateStep(nat, tableId, route);
  const fault = isDeadEnd(state) ? state : addressStep(nat);
  const what = nat.subnetId === null ? `${id} names no subnet` : unevaluated(context, nat);
  if (nat.subnetId === null || (what !== null && fault === null))
    return only(fault ?? unknown(hop, id, notEvaluated(id, what ?? '')));
  const host = hostSubnetOf(context, nat.subnetId);
  if ('doubt' in host) return { steps: [fault ?? state, unknown(hop, id, host.doubt)], reply: [] };
  const { subnet } = host;
  const onward = hostRouteAt(context, subnet, atom);
  const gateway =
    onward.kind === 'route' && onward.route.target.kind === 'internet-gateway' ? onward.route.target : null;
  const device =
    nat.connectivityType === 'private' && gateway !== null
      ? blocks(hop, id, { kind: 'nat-gateway-private', natGatewayId: id, internetGatewayId: gateway.id })
      : state;
  return {
    steps: [fault ?? device, ...requestAclSteps(context, subnet), ...onwardSteps(context, nat, subnet, onward)],
    reply: [...replyAclSteps(context, subnet, 'nat'), ...replyRouteSteps(context, subnet)],
  };
};
