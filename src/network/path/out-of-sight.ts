import type { Route } from '../../model/kinds/route-tables.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { destinationText, routeText, targetText } from '../words.ts';
import { lookup } from '../world.ts';
import { absent, isShared, type PathContext } from './context.ts';

/** A target behind which nothing can be seen. */
export const outOfSightSteps = (tableId: string, route: Route, where: string): Step[] => {
  const resource = targetText(route.target);
  const what = `${tableId} sends ${routeText(route)}, ${where}, and what happens behind it is out of sight`;
  return [unknown('target', resource, { kind: 'out-of-sight', resource, what })];
};

/** A route to an endpoint that is not a gateway endpoint: mostly that of a firewall or an appliance. */
export const endpointSteps = (context: PathContext, tableId: string, route: Route, id: string): Step[] => {
  const endpoint = lookup(context.world.vpcEndpoints, id);
  if (endpoint.status === 'unavailable') return [unknown('vpc-endpoint', id, endpoint.doubt)];
  if (endpoint.status === 'missing') {
    if (isShared(context)) return [unknown('vpc-endpoint', id, absent(context, id))];
    const seen = { routeTableId: tableId, destination: destinationText(route) };
    return [blocks('vpc-endpoint', id, { kind: 'vpc-endpoint-missing', vpcEndpointId: id, ...seen })];
  }
  const hop = endpoint.item.type === 'GatewayLoadBalancer' ? 'firewall' : 'vpc-endpoint';
  const what = `${tableId} sends ${routeText(route)}, a ${endpoint.item.type} endpoint, which is not evaluated yet`;
  return [unknown(hop, id, { kind: 'not-evaluated', resource: id, what })];
};
