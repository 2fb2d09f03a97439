import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import type { Decision } from './packet.ts';
import type { Place } from './place.ts';

const gone = ['deleted', 'failed', 'rejected', 'pendingAcceptance'];

/**
 * Only zones in which the VPC's attachment has a subnet reach a transit gateway; what lies behind it is out of sight.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export const decideByTransitGateway = (facts: Facts, place: Place, id: string): readonly [Decision, string] => {
  const outOfSight = ['unknown', 'goes on behind the transit gateway'] as const;
  const { zone, vpcId } = place;
  const none = ['blocks', 'has no attachment in the zone of the subnet'] as const;
  if (facts.transitGatewayAttachments === null || vpcId === null) return outOfSight;
  const own = facts.transitGatewayAttachments.filter((item) => item.transitGatewayId === id && item.vpcId === vpcId);
  const usable = own.filter(({ state }) => !gone.includes(state));
  if (usable.length === 0) return place.shared ? outOfSight : none;
  if (!place.known || usable.some(({ state }) => state !== 'available' && state !== 'modifying')) return outOfSight;
  for (const subnetId of usable.flatMap(({ subnetIds }) => subnetIds)) {
    const served = findOrNull(facts.subnets, subnetId);
    if (zone === null || served === null || served.availabilityZoneId === null) return outOfSight;
    if (served.availabilityZoneId === zone) return outOfSight;
  }
  return none;
};
