import { isInside } from './block.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import type { NumberedPacket } from './packet.ts';

/** Who answers, as far as its groups go. */
interface Answering {
  readonly id: string;
  readonly securityGroupIds: readonly string[];
}

/**
 * What is known of the interface of an endpoint where interfaces could not be read: that there is one in each of the
 * endpoint's subnets, with its groups. https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export const unreadEndpointInterface = (facts: Facts, packet: NumberedPacket): Answering | null => {
  const { endpointId = null, destination } = packet;
  if (facts.interfaces !== null || endpointId === null) return null;
  const endpoint = findOrNull(facts.vpcEndpoints, endpointId);
  for (const subnetId of endpoint?.subnetIds ?? []) {
    const subnet = findOrNull(facts.subnets, subnetId);
    if (subnet !== null && isInside(subnet, destination)) return endpoint;
  }
  return null;
};
