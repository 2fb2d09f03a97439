import type { TransitGatewayRouting } from '../../model/kinds/transit-gateway-vpc-attachments.ts';
import { inBlock } from './block.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import type { Decision, NumberedPacket } from './packet.ts';
import type { Place } from './place.ts';
import type { TransitLine } from './transit-lines.ts';

/** What becomes of the packet, why, and the resource that decides. */
type Ruling = readonly [decision: Decision, why: string, resource: string];

const gone = ['deleted', 'failed', 'rejected', 'pendingAcceptance'];
const carries = ['available', 'modifying'];

/** Of two lines the longer one; of equals the preferred one; both where that is not known. */
const best = (lines: readonly TransitLine[]): readonly TransitLine[] => {
  const longest = Math.max(...lines.map(({ block }) => block.length));
  const equals = lines.filter(({ block }) => block.length === longest);
  const highest = Math.max(...equals.map(({ rank }) => rank ?? 0));
  return equals.some(({ rank }) => rank === null) ? equals : equals.filter(({ rank }) => rank === highest);
};

const decideByLines = (lines: readonly TransitLine[], { destination }: NumberedPacket, id: string): Ruling => {
  const winners = best(lines.filter(({ block }) => inBlock(destination, block)));
  if (winners.length === 0) return ['blocks', 'the transit gateway has no route', id];
  if (winners.every(({ state }) => state === 'blackhole'))
    return ['blocks', 'the route of the transit gateway is a blackhole', id];
  return ['unknown', 'goes on behind the transit gateway', id];
};

/** Only the owner of the transit gateway is shown which table decides. */
const decideByRouting = (
  facts: Facts,
  { transitGatewayOwnerId, association }: TransitGatewayRouting,
  packet: NumberedPacket,
  attachmentId: string,
): Ruling => {
  if (transitGatewayOwnerId !== packet.functionAccount)
    return ['unknown', "goes on behind another account's transit gateway", attachmentId];
  if (association === null || association.state === 'disassociated')
    return ['blocks', 'the attachment has no route table', attachmentId];
  const id = association.state === 'associated' ? association.routeTableId : null;
  const lines = id === null ? null : (findOrNull(facts.transitGatewayTables, id)?.lines ?? null);
  return id === null || lines === null
    ? ['unknown', 'the route table of the transit gateway is not known', attachmentId]
    : decideByLines(lines, packet, id);
};

/** Whether it is known that none of the subnets of attachments lies in a zone. */
const isAwayFrom = (facts: Facts, zone: string | null, subnetIds: readonly string[]): boolean =>
  zone !== null &&
  subnetIds.every((id) => {
    const served = findOrNull(facts.subnets, id)?.availabilityZoneId ?? null;
    return served !== null && served !== zone;
  });

/**
 * Only zones in which the VPC's attachment has a subnet reach a transit gateway, and its route table for the attachment
 * says which packets it drops. https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export const decideByTransitGateway = (facts: Facts, place: Place, id: string, packet: NumberedPacket): Ruling => {
  const outOfSight: Ruling = ['unknown', 'goes on behind the transit gateway', id];
  const none: Ruling = ['blocks', 'has no attachment in the zone of the subnet', id];
  const { zone, vpcId } = place;
  if (facts.transitGatewayAttachments === null || vpcId === null) return outOfSight;
  const own = facts.transitGatewayAttachments.filter((item) => item.transitGatewayId === id && item.vpcId === vpcId);
  const usable = own.filter(({ state }) => !gone.includes(state));
  const [attachment, second] = usable;
  if (attachment === undefined) return place.shared ? outOfSight : none;
  if (usable.some(({ state }) => !carries.includes(state))) return outOfSight;
  const subnetIds = usable.flatMap((item) => item.subnetIds);
  if (place.known && isAwayFrom(facts, zone, subnetIds)) return none;
  if (second !== undefined || attachment.routing.status === 'unavailable') return outOfSight;
  return decideByRouting(facts, attachment.routing.value, packet, attachment.id);
};
