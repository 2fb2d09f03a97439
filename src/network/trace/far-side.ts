import { formatAddress } from '../address.ts';
import { type Address, familyOf, isInside } from './block.ts';
import { unreadEndpointInterface } from './endpoint-interface.ts';
import type { Facts, FactsInterface } from './facts.ts';
import { decideByGroups } from './group-rules.ts';
import { findOrNull } from './items.ts';
import { type Follow, takeRoute } from './next-hop.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import { meetAcl, type Place, placeOf } from './place.ts';

/** Who a packet comes from, as the far side sees it: the function, or the NAT device that stands for it. */
export interface Caller {
  readonly kind: 'function' | 'nat-gateway' | 'nat-instance';
  /** The subnet from which it comes. */
  readonly place: Place;
  /** null if it is not known. */
  readonly address: Address | null;
  /** To which replies come back. */
  readonly port: number;
  /** Groups that count as its own where a group of the far side names one. */
  readonly groups: readonly string[];
}

export const interfaceAt = (facts: Facts, vpcId: string | null, address: Address): FactsInterface | null => {
  for (const nic of facts.interfaces ?? []) if (nic.vpcId === vpcId && nic.addresses.includes(address)) return nic;
  return null;
};

const addressText = (address: Address): string => formatAddress(familyOf(address), BigInt(address));

const subnetAt = (facts: Facts, vpcId: string | null, address: Address): string | null => {
  for (const subnet of facts.subnets ?? []) if (subnet.vpcId === vpcId && isInside(subnet, address)) return subnet.id;
  return null;
};

/** Whether an interface is attached to nothing, or to an instance that is known not to run. */
const isIdle = (facts: Facts, { status, instanceId }: FactsInterface): boolean => {
  const instance = instanceId === null ? null : findOrNull(facts.instances, instanceId);
  return status === 'available' || (instance !== null && instance.state !== 'running');
};

/** The groups of an interface let a packet in by the union of their rules; replies need none. */
const letsIn = (
  walk: Walk,
  facts: Facts,
  seen: FactsInterface | null,
  { address, groups }: Caller,
  packet: NumberedPacket,
): boolean => {
  const { destination, destinationPort } = packet;
  const nic = seen ?? unreadEndpointInterface(facts, packet);
  if (nic === null) {
    const why = facts.interfaces === null ? 'interfaces could not be read' : 'no interface is seen';
    return walk.meet('target', addressText(destination), 'unknown', why);
  }
  if (address === null) return walk.meet('target', nic.id, 'unknown', 'the address of the caller is not known');
  const far = { address, groups };
  const [decision, rule] = decideByGroups(facts, nic.securityGroupIds, 'ingress', far, destinationPort);
  const isLetIn = walk.meet('target', nic.id, decision, rule);
  return (
    isLetIn && (seen === null || !isIdle(facts, seen) || walk.meet('target', nic.id, 'unknown', 'nobody answers there'))
  );
};

/**
 * From the edge of a VPC to the interface that has the address, and the reply back: the network ACL of its subnet, its
 * groups, its subnet's own route table. None but the groups stand between two interfaces of one subnet. No interface
 * can have an address that lies in no subnet. `back` follows the reply's route; without it replies need none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export const deliver = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  caller: Caller,
  vpc: Place,
  back: Follow | null,
): boolean => {
  const { destination, destinationPort, functionAccount } = packet;
  const nic = interfaceAt(facts, vpc.vpcId, destination);
  const subnetId = nic?.subnetId ?? subnetAt(facts, vpc.vpcId, destination);
  const isWhole = facts.subnets !== null && vpc.known && !vpc.shared;
  if (subnetId === null)
    return walk.meet('target', addressText(destination), isWhole ? 'blocks' : 'unknown', 'lies in no subnet');
  const { address, port } = caller;
  if (subnetId === caller.place.subnetId || address === null) return letsIn(walk, facts, nic, caller, packet);
  const place = placeOf(facts, subnetId, functionAccount);
  if (!isInside(place, destination))
    return walk.meet('target', subnetId, 'unknown', 'is not known') && letsIn(walk, facts, nic, caller, packet);
  return (
    meetAcl(walk, facts, place, 'ingress', address, destinationPort) &&
    letsIn(walk, facts, nic, caller, packet) &&
    (back === null || takeRoute(walk, facts, place, address, back)) &&
    meetAcl(walk, facts, place, 'egress', address, port)
  );
};
