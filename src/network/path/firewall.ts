import type { Route } from '../../model/kinds/route-tables.ts';
import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { destinationText, routeText } from '../words.ts';
import { lookup } from '../world.ts';
import { functionAsCaller } from './caller.ts';
import { absent, isShared, networkAclStep, type PathContext } from './context.ts';
import { localLegs, subnetAt } from './far-side.ts';
import { deadEndpointStates } from './gone.ts';
import { type Legs, oneWay } from './legs.ts';
import { hostRouteAt, hostSubnetOf } from './nat-subnet.ts';
import { isOfVpcAt } from './private-address.ts';

const firewallStep = (tableId: string, route: Route, endpoint: VpcEndpoint): Step => {
  const hop = endpoint.type === 'GatewayLoadBalancer' ? 'firewall' : 'vpc-endpoint';
  const what = `${tableId} sends ${routeText(route)}, a ${endpoint.type} endpoint, and what stands behind it is out of sight`;
  return unknown(hop, endpoint.id, { kind: 'out-of-sight', resource: endpoint.id, what });
};

/**
 * A gateway endpoint stands in no subnet and has no group. It serves the addresses of its prefix list only.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
const gatewayEndpointStep = ({ id, state, serviceName }: VpcEndpoint): Step =>
  state === 'available'
    ? passes('vpc-endpoint', id, `leads to ${serviceName ?? 'its service'}`)
    : unknown('vpc-endpoint', id, { kind: 'in-transition', resource: id, state });

/** The network ACL of the endpoint's subnet, on the way in from the function and on the way back to it. */
const ownGates = (context: PathContext, endpoint: VpcEndpoint): Legs => {
  const [subnetId] = endpoint.subnetIds;
  const host = subnetId === undefined ? null : hostSubnetOf(context, subnetId);
  if (host === null || 'doubt' in host || host.subnet.id === context.subnet.id) return { steps: [], reply: [] };
  const shared = { subnet: host.subnet, side: 'nat', address: 'function' } as const;
  return {
    steps: [networkAclStep(context, { ...shared, direction: 'ingress', leg: 'request', port: 'destination' })],
    reply: [networkAclStep(context, { ...shared, direction: 'egress', leg: 'reply', port: 'function' })],
  };
};

/**
 * On from a firewall to an address of the VPC, if its subnet's table sends the packet straight there: groups behind a
 * middlebox do not see those of the function. Null where the packet does not go there.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
const insideLegs = (context: PathContext, { type, subnetIds }: VpcEndpoint, atom: number): Legs | null => {
  const [subnetId] = type === 'GatewayLoadBalancer' ? subnetIds : [];
  const host = subnetId === undefined ? null : hostSubnetOf(context, subnetId);
  if (host === null || 'doubt' in host || !isOfVpcAt(context, atom)) return null;
  const { subnet } = host;
  const caller = { ...functionAsCaller(context), subnetId: subnet.id, securityGroupIds: [] };
  const { steps, reply } = localLegs(context, atom, caller);
  if (subnetAt(context, subnet.vpcId, atom)?.id === subnet.id) return { steps, reply };
  const onward = hostRouteAt(context, subnet, atom);
  if (onward.kind !== 'route' || onward.route.state !== 'active' || onward.route.target.kind !== 'local')
    return { steps: [], reply: [] };
  const gate = { subnet, side: 'nat', direction: 'egress', leg: 'request', port: 'destination' } as const;
  return { steps: [networkAclStep(context, { ...gate, address: 'destination' }), ...steps], reply };
};

/**
 * A route to an endpoint that is not a gateway endpoint: mostly that of a firewall or an appliance. What it lets through
 * and where it sends the packet is out of sight; the network ACL in front of it is not.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const endpointLegs = (context: PathContext, tableId: string, route: Route, id: string, atom: number): Legs => {
  const endpoint = lookup(context.world.vpcEndpoints, id);
  const only = (step: Step): Legs => oneWay([step]);
  if (endpoint.status === 'unavailable') return only(unknown('vpc-endpoint', id, endpoint.doubt));
  if (endpoint.status === 'missing' && isShared(context)) return only(unknown('vpc-endpoint', id, absent(context, id)));
  if (endpoint.status === 'missing' || deadEndpointStates.includes(endpoint.item.state)) {
    const state = endpoint.status === 'missing' ? 'missing' : endpoint.item.state;
    const seen = { routeTableId: tableId, destination: destinationText(route), state };
    return only(blocks('vpc-endpoint', id, { kind: 'vpc-endpoint-missing', vpcEndpointId: id, ...seen }));
  }
  if (endpoint.item.type === 'Gateway' && route.destination.kind === 'prefix-list')
    return only(gatewayEndpointStep(endpoint.item));
  const { steps, reply } = ownGates(context, endpoint.item);
  const step = firewallStep(tableId, route, endpoint.item);
  const inside = insideLegs(context, endpoint.item, atom);
  if (inside !== null) return { steps: [...steps, step, ...inside.steps], reply: inside.reply };
  return { steps: [...steps, step], reply };
};
