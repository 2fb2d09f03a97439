import type { RouteTarget } from '../../model/kinds/route-tables.ts';
import { isInside } from './block.ts';
import { carriesNothing } from './elsewhere.ts';
import type { Facts } from './facts.ts';
import { type Caller, deliver } from './far-side.ts';
import { isOfVpc } from './internal.ts';
import { findOrNull } from './items.ts';
import type { Follow } from './next-hop.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import { meetAcl, type Place, placeOf } from './place.ts';
import { routesFor } from './route-choice.ts';
import { tableOfSubnet } from './subnet-tables.ts';

/** Replies come back through the same endpoint, or past it, which a firewall may or may not bear. */
const backBy =
  (id: string): Follow =>
  (walk, { target }, tableId) => {
    const same = target.kind === 'vpc-endpoint' && target.id === id;
    return walk.meet('route', tableId, same ? 'passes' : 'unknown', 'the way of the replies');
  };

/**
 * On from the firewall inside the VPC, if its subnet's table sends the packet straight there: groups behind a middlebox
 * do not see those of the function.
 */
const goesOn = (walk: Walk, facts: Facts, packet: NumberedPacket, caller: Caller, id: string): boolean => {
  const { place } = caller;
  const { destination, destinationPort } = packet;
  const arrive = (way: Walk): boolean => deliver(way, facts, packet, caller, place, backBy(id));
  if (isInside(place, destination)) return arrive(walk);
  const table = tableOfSubnet(facts, place);
  const [route, second] = table === null ? [] : routesFor(facts, table, destination);
  if (second !== undefined || route?.target.kind !== 'local' || route.state !== 'active') return true;
  return meetAcl(walk, facts, place, 'egress', destination, destinationPort) && arrive(walk);
};

/**
 * A Gateway Load Balancer endpoint hands packets to a firewall: the network ACL of its subnet sees them come from the
 * function and sees the replies go back to it. What the firewall does with them is out of sight.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const throughFirewall = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  from: Place,
  target: RouteTarget,
): boolean => {
  const endpoint = target.kind === 'vpc-endpoint' ? findOrNull(facts.vpcEndpoints, target.id) : null;
  const [subnetId] = endpoint?.type === 'GatewayLoadBalancer' ? endpoint.subnetIds : [];
  if (endpoint === null || subnetId === undefined || carriesNothing.includes(endpoint.state)) return true;
  const { sourceAddress, destinationPort, functionPort, functionAccount } = packet;
  const place = placeOf(facts, subnetId, functionAccount);
  if (!place.known) return true;
  const near = subnetId === packet.subnetId;
  if (!near && !meetAcl(walk, facts, place, 'ingress', sourceAddress, destinationPort)) return false;
  if (isOfVpc(facts, from.vpcId, packet.destination)) {
    const address = from.known ? sourceAddress : null;
    const caller: Caller = { kind: 'function', place, address, port: functionPort, groups: [] };
    walk.meet('firewall', endpoint.id, 'unknown', 'what it lets through is out of sight');
    return goesOn(walk, facts, packet, caller, endpoint.id);
  }
  return near || meetAcl(walk, facts, place, 'egress', sourceAddress, functionPort);
};
