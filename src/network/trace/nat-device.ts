import type { RouteTarget } from '../../model/kinds/route-tables.ts';
import { type Address, isInside } from './block.ts';
import type { Sender } from './block-public-access.ts';
import { leaveForElsewhere } from './elsewhere.ts';
import type { Facts } from './facts.ts';
import { type Caller, deliver } from './far-side.ts';
import { throughInternetGateway } from './internet-gateway.ts';
import { bringBack, type Follow, takeRoute } from './next-hop.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import { meetAcl, type Place } from './place.ts';

/** What translates the function's address: a NAT gateway, or the interface of a NAT instance. */
export interface NatDevice {
  readonly hop: 'nat-gateway' | 'nat-instance';
  readonly id: string;
  readonly place: Place;
  /** Private address that packets leave with. */
  readonly address: Address | null;
  readonly port: number;
  readonly sender: Sender;
  /** Whether an internet gateway gives its packets a public address. */
  readonly isPublic: boolean;
  readonly is: (target: RouteTarget) => boolean;
}

/** A network ACL does not see what stays inside its subnet. */
export const enters = (walk: Walk, facts: Facts, packet: NumberedPacket, { place }: NatDevice): boolean =>
  !place.known ||
  place.subnetId === packet.subnetId ||
  meetAcl(walk, facts, place, 'ingress', packet.sourceAddress, packet.destinationPort);

const returns = (walk: Walk, facts: Facts, packet: NumberedPacket, { place }: NatDevice): boolean =>
  place.subnetId === packet.subnetId ||
  (takeRoute(walk, facts, place, packet.sourceAddress, bringBack) &&
    meetAcl(walk, facts, place, 'egress', packet.sourceAddress, packet.functionPort));

/** The far side sees the device, and no group of the function. */
const callerOf = ({ hop, place, address, port }: NatDevice): Caller => ({
  kind: hop,
  place,
  address,
  port,
  groups: [],
});

/** On from the device to the internet gateway, or to another place that its own table names. */
export const goesOnFrom =
  (facts: Facts, packet: NumberedPacket, device: NatDevice): Follow =>
  (walk, route, tableId) => {
    const { target } = route;
    if (device.is(target)) return walk.meet('route', tableId, 'blocks', `leads back to ${device.id}`);
    if (target.kind !== 'internet-gateway') return leaveForElsewhere(walk, facts, packet, callerOf(device), route);
    if (!device.isPublic)
      return walk.meet(device.hop, device.id, 'blocks', 'has no public address for the internet gateway');
    return throughInternetGateway(walk, facts, packet, device.place, target.id, device.sender, device.address);
  };

/** From the device to the far end and back; nothing but the far end's groups stands inside the device's subnet. */
const reaches = (walk: Walk, facts: Facts, packet: NumberedPacket, device: NatDevice): boolean => {
  const { place, port } = device;
  const { destination, destinationPort } = packet;
  if (isInside(place, destination)) return deliver(walk, facts, packet, callerOf(device), place, bringBack);
  return (
    meetAcl(walk, facts, place, 'egress', destination, destinationPort) &&
    takeRoute(walk, facts, place, destination, goesOnFrom(facts, packet, device)) &&
    meetAcl(walk, facts, place, 'ingress', destination, port)
  );
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
): boolean => {
  if (!device.place.known) return walk.meet(device.hop, device.id, 'unknown', 'its subnet is not known') && admits();
  return (
    enters(walk, facts, packet, device) &&
    admits() &&
    reaches(walk, facts, packet, device) &&
    returns(walk, facts, packet, device)
  );
};
