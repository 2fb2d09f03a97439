import type { RouteTarget } from '../../model/kinds/route-tables.ts';
import type { Sender } from './block-public-access.ts';
import type { Facts } from './facts.ts';
import { throughInternetGateway } from './internet-gateway.ts';
import { leaveForElsewhere, routeReply, takeRoute } from './next-hop.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import { meetAcl, type Place } from './place.ts';
import { tableOfSubnet } from './route-choice.ts';

/** What translates the function's address: a NAT gateway, or the interface of a NAT instance. */
export interface NatDevice {
  readonly hop: 'nat-gateway' | 'nat-instance';
  readonly id: string;
  readonly place: Place;
  /** Private address that packets leave with. */
  readonly address: number | null;
  readonly port: number;
  readonly sender: Sender;
  /** Whether an internet gateway gives its packets a public address. */
  readonly isPublic: boolean;
  readonly is: (target: RouteTarget) => boolean;
}

/** A network ACL does not see what stays inside its subnet. */
const enters = (walk: Walk, facts: Facts, packet: NumberedPacket, { place }: NatDevice): boolean =>
  place.subnetId === packet.subnetId ||
  meetAcl(walk, facts, place, 'ingress', packet.sourceAddress, packet.destinationPort);

const returns = (walk: Walk, facts: Facts, packet: NumberedPacket, { place }: NatDevice): boolean =>
  place.subnetId === packet.subnetId ||
  (routeReply(walk, facts, place, packet) &&
    meetAcl(walk, facts, place, 'egress', packet.sourceAddress, packet.functionPort));

const goesOut = (walk: Walk, facts: Facts, packet: NumberedPacket, device: NatDevice): boolean => {
  const { place } = device;
  const route = takeRoute(walk, facts, place, packet.destination);
  if (route === 'stopped') return false;
  if (route === null) return true;
  const { target } = route;
  if (device.is(target)) {
    const table = tableOfSubnet(facts, place.subnetId, place.vpcId)?.id ?? place.subnetId;
    return walk.meet('route', table, 'blocks', `leads back to ${device.id}`);
  }
  if (target.kind !== 'internet-gateway') return leaveForElsewhere(walk, facts, place, route);
  if (!device.isPublic)
    return walk.meet(device.hop, device.id, 'blocks', 'has no public address for the internet gateway');
  return throughInternetGateway(walk, facts, place, target.id, device.sender, device.address);
};

/**
 * From the function's subnet to the device, on to the internet, and the reply back: the network ACL of the device's
 * subnet sees the packet four times.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const throughNatDevice = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  device: NatDevice,
  admits: () => boolean,
): boolean =>
  enters(walk, facts, packet, device) &&
  admits() &&
  meetAcl(walk, facts, device.place, 'egress', packet.destination, packet.destinationPort) &&
  goesOut(walk, facts, packet, device) &&
  meetAcl(walk, facts, device.place, 'ingress', packet.destination, device.port) &&
  returns(walk, facts, packet, device);
