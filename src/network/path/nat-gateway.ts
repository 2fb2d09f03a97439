import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Route } from '../../model/kinds/route-tables.ts';
import { blocks, isDeadEnd, type Step, unknown } from '../step.ts';
import { destinationText } from '../words.ts';
import { lookup } from '../world.ts';
import { absent, isShared, type PathContext } from './context.ts';
import { type Legs, oneWay } from './legs.ts';
import { natGatewayInsideLegs } from './nat-gateway-inside.ts';
import { onwardSteps, privateSteps } from './nat-gateway-onward.ts';
import { addressStep, natGatewayStateStep, notEvaluated, unevaluated } from './nat-gateway-state.ts';
import { byEachRoute, gatewayBehind, hostRouteAt, hostSubnetOf, replyAclSteps, requestAclSteps } from './nat-subnet.ts';
import { regionalNatSteps } from './regional-nat-gateway.ts';
import { replyRouteSteps } from './reply-route.ts';

const hop = 'nat-gateway';

type Named = { readonly nat: NatGateway; readonly state: Step; readonly fault: Step | null } | { readonly only: Step };

/** The NAT gateway of a route: its state, and what keeps it from sending anything. `only` is all there is of one not found. */
export const natGatewayOf = (context: PathContext, id: string, tableId: string, route: Route): Named => {
  const found = lookup(context.world.natGateways, id);
  if (found.status === 'unavailable') return { only: unknown(hop, id, found.doubt) };
  if (found.status === 'missing') {
    if (isShared(context)) return { only: unknown(hop, id, absent(context, id)) };
    const seen = { routeTableId: tableId, destination: destinationText(route), failure: null };
    return {
      only: blocks(hop, id, { kind: 'nat-gateway-not-available', natGatewayId: id, state: 'missing', ...seen }),
    };
  }
  const state = natGatewayStateStep(found.item, tableId, route);
  return { nat: found.item, state, fault: isDeadEnd(state) ? state : addressStep(found.item) };
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
): Legs => {
  const named = natGatewayOf(context, id, tableId, route);
  if ('only' in named) return oneWay([named.only]);
  const { nat, state, fault } = named;
  if (nat.availabilityMode === 'regional') return regionalNatSteps(context, nat, state, fault, atom);
  const what = unevaluated(nat);
  if (nat.subnetId === null || nat.vpcId !== context.subnet.vpcId)
    return oneWay([fault ?? unknown(hop, id, notEvaluated(id, `${id} has no subnet in ${context.subnet.vpcId}`))]);
  const host = hostSubnetOf(context, nat.subnetId);
  if ('doubt' in host) return { steps: [fault ?? state, unknown(hop, id, host.doubt)], reply: [] };
  const { subnet } = host;
  const doubts = what === null || fault !== null ? [] : [unknown(hop, id, notEvaluated(id, what))];
  return byEachRoute(hostRouteAt(context, subnet, atom), (onward): Legs => {
    const inside = natGatewayInsideLegs(context, nat, subnet, onward, atom);
    if (inside !== null) return { steps: [fault ?? state, ...doubts, ...inside.steps], reply: inside.reply };
    const [device = state] = privateSteps(nat, onward);
    return {
      steps: [
        fault ?? device,
        ...doubts,
        ...requestAclSteps(context, subnet),
        ...onwardSteps(context, nat, subnet, onward, atom),
      ],
      reply: [...replyAclSteps(context, subnet, 'nat'), ...replyRouteSteps(context, subnet, gatewayBehind(onward))],
    };
  });
};
