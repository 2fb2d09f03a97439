import type { RouteTarget } from '../../model/kinds/route-tables.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import { meetAcl, placeOf } from './place.ts';

/**
 * A Gateway Load Balancer endpoint hands packets to a firewall: the network ACL of its subnet sees them come from the
 * function and sees the replies go back to it. What the firewall does with them is out of sight.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const throughFirewall = (walk: Walk, facts: Facts, packet: NumberedPacket, target: RouteTarget): boolean => {
  const endpoint = target.kind === 'vpc-endpoint' ? findOrNull(facts.vpcEndpoints, target.id) : null;
  const [subnetId] = endpoint?.type === 'GatewayLoadBalancer' ? endpoint.subnetIds : [];
  if (subnetId === undefined || subnetId === packet.subnetId) return true;
  const place = placeOf(facts, subnetId, packet.functionAccount);
  const { sourceAddress, destinationPort, functionPort } = packet;
  return (
    meetAcl(walk, facts, place, 'ingress', sourceAddress, destinationPort) &&
    meetAcl(walk, facts, place, 'egress', sourceAddress, functionPort)
  );
};
