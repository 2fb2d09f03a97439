import type { Route } from '../../model/kinds/route-tables.ts';
import type { PathContext } from './context.ts';
import { localLegs } from './far-side.ts';
import { endpointLegs } from './firewall.ts';
import { internetGatewaySteps } from './internet-gateway.ts';
import { egressOnlySteps } from './ipv6.ts';
import { type Legs, oneWay } from './legs.ts';
import { natGatewaySteps } from './nat-gateway.ts';
import { ipv6NatGatewayStep } from './nat-gateway-ipv6.ts';
import { natInstanceSteps } from './nat-instance.ts';
import { outOfSightSteps } from './out-of-sight.ts';
import { peeringLegs } from './peering.ts';
import { isPrivateAt } from './private-address.ts';
import { publicSubnetSteps } from './public-subnet.ts';
import { replyToFunction } from './reply-route.ts';
import { transitGatewaySteps } from './transit-gateway.ts';

/** Behind the route of the function's own subnet. */
export const behindRoute = (context: PathContext, tableId: string, route: Route, atom: number): Legs => {
  const { target } = route;
  switch (target.kind) {
    case 'internet-gateway':
      if (context.axis.family === 'ipv6')
        return {
          steps: internetGatewaySteps(context, target.id, context.subnet, 'function', 'internet-gateway'),
          reply: replyToFunction(context, target.id),
        };
      return oneWay(publicSubnetSteps(context, target.id, tableId, route));
    case 'egress-only-internet-gateway':
      return oneWay(egressOnlySteps(context, target.id));
    case 'nat-gateway':
      if (context.axis.family === 'ipv6') return oneWay([ipv6NatGatewayStep(context, target.id, tableId, route, atom)]);
      return natGatewaySteps(context, target.id, tableId, route, atom);
    case 'network-interface':
    case 'instance':
      if (isPrivateAt(context, atom)) return oneWay(outOfSightSteps(tableId, route, 'an appliance'));
      if (context.axis.family === 'ipv6')
        return oneWay(outOfSightSteps(tableId, route, 'an appliance for IPv6, which is not evaluated yet'));
      return natInstanceSteps(context, target, atom);
    case 'vpc-peering-connection':
      return peeringLegs(context, tableId, route, target.id, atom);
    case 'transit-gateway':
      return oneWay(transitGatewaySteps(context, target.id, context.subnet, atom));
    case 'vpc-endpoint':
      return endpointLegs(context, tableId, route, target.id, atom);
    case 'virtual-private-gateway':
      return oneWay(outOfSightSteps(tableId, route, 'a virtual private gateway'));
    case 'local-gateway':
      return oneWay(outOfSightSteps(tableId, route, 'a local gateway of an Outpost'));
    case 'carrier-gateway':
      return oneWay(outOfSightSteps(tableId, route, 'a carrier gateway'));
    case 'core-network':
      return oneWay(outOfSightSteps(tableId, route, 'a Cloud WAN core network'));
    case 'odb-network':
      return oneWay(outOfSightSteps(tableId, route, 'an ODB network'));
    case 'local':
      return localLegs(context, atom);
    case 'none':
    case 'unknown':
      return oneWay(outOfSightSteps(tableId, route, 'a target that this version does not follow'));
    default:
      return target satisfies never;
  }
};
