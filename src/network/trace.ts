import type { Route } from '../model/kinds/route-tables.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Family } from './address.ts';
import { type Address, familyOf, isInside, readAddress } from './trace/block.ts';
import { throughEgressOnlyGateway } from './trace/egress-only-internet-gateway.ts';
import { leaveForElsewhere } from './trace/elsewhere.ts';
import { meetEncryptionControl } from './trace/encryption-control.ts';
import { type Facts, readFacts } from './trace/facts.ts';
import { type Caller, deliver, interfaceAt } from './trace/far-side.ts';
import { throughFirewall } from './trace/firewall.ts';
import { decideByGroups } from './trace/group-rules.ts';
import { isNeverPublic, isOfAws, isOfVpc } from './trace/internal.ts';
import { straightToInternetGateway } from './trace/internet-gateway.ts';
import { findOrNull } from './trace/items.ts';
import { throughNatGateway } from './trace/nat-gateway.ts';
import { throughNatInstance } from './trace/nat-instance.ts';
import { bringBack, leaveByRoute } from './trace/next-hop.ts';
import { sendsIpv6 } from './trace/own-interface.ts';
import { type NumberedPacket, type Packet, type Trace, Walk } from './trace/packet.ts';
import { meetAcl, type Place, placeOf } from './trace/place.ts';

export type { Decision, NumberedPacket, Packet, Trace, TraceHop } from './trace/packet.ts';

const leavesGroups = (walk: Walk, facts: Facts, packet: NumberedPacket): boolean => {
  const far = { address: packet.destination, groups: null };
  const [decision, rule] = decideByGroups(facts, packet.securityGroupIds, 'egress', far, packet.destinationPort);
  return walk.meet('security-group-egress', packet.securityGroupIds.join(), decision, rule);
};

/** Of a subnet that could not be read, the function's address is not known. */
const callerOf = ({ sourceAddress, functionPort, securityGroupIds }: NumberedPacket, place: Place): Caller => ({
  kind: 'function',
  place,
  address: place.known ? sourceAddress : null,
  port: functionPort,
  groups: securityGroupIds,
});

/** What an instance does with packets to private addresses is not that of a NAT instance before the internet. */
const isAppliance = (facts: Facts, { destination }: NumberedPacket, { vpcId }: Place): boolean =>
  isNeverPublic(destination) || isOfVpc(facts, vpcId, destination);

const goesOn = (walk: Walk, facts: Facts, packet: NumberedPacket, place: Place, route: Route): boolean => {
  const { target } = route;
  if (target.kind === 'internet-gateway') return straightToInternetGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'egress-only-internet-gateway')
    return throughEgressOnlyGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'nat-gateway') return throughNatGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'network-interface' || target.kind === 'instance')
    return isAppliance(facts, packet, place)
      ? walk.meet('nat-instance', target.id, 'unknown', 'forwards to private addresses out of sight')
      : throughNatInstance(walk, facts, packet, target.id);
  return (
    throughFirewall(walk, facts, packet, place, target) &&
    leaveForElsewhere(walk, facts, packet, callerOf(packet, place), route)
  );
};

/** Where AWS itself answers, past tables and rules, nothing more is known of the packet. */
const isAnsweredByAws = (
  walk: Walk,
  facts: Facts,
  { destination, subnetId }: NumberedPacket,
  place: Place,
): boolean => {
  const isThere = isOfAws(facts, place.vpcId, destination);
  if (isThere) walk.meet('target', subnetId, 'unknown', 'AWS itself answers there');
  return isThere;
};

/** Whether the far end is in the function's own subnet; null if that cannot be told. */
const isNear = (facts: Facts, { destination }: NumberedPacket, place: Place): boolean | null => {
  if (place.known) return isInside(place, destination);
  const nic = interfaceAt(facts, place.vpcId, destination);
  if (nic !== null) return nic.subnetId === place.subnetId;
  const vpc = place.vpcId === null ? null : findOrNull(facts.vpcs, place.vpcId);
  return (vpc === null ? isNeverPublic(destination) : isInside(vpc, destination)) ? null : false;
};

/** Out of the subnet and back; neither its network ACL nor its table stands between two interfaces of one subnet. */
const reaches = (walk: Walk, facts: Facts, packet: NumberedPacket, place: Place): boolean => {
  const { destination, destinationPort, functionPort } = packet;
  const near = isNear(facts, packet, place);
  if (near === null) return true;
  if (near) return deliver(walk, facts, packet, callerOf(packet, place), place, bringBack);
  return (
    meetAcl(walk, facts, place, 'egress', destination, destinationPort) &&
    leaveByRoute(walk, facts, place, destination, (way, route) => goesOn(way, facts, packet, place, route)) &&
    meetAcl(walk, facts, place, 'ingress', destination, functionPort)
  );
};

/** A snapshot for each family, read when the first packet of the family is sent. */
const factsByFamily = (snapshot: Snapshot): ((family: Family) => Facts) => {
  const known: Partial<Record<Family, Facts>> = {};
  return (family) => {
    const facts = known[family] ?? readFacts(snapshot, family);
    known[family] = facts;
    return facts;
  };
};

/**
 * Reads a snapshot once and sends packets through it, one at a time: the request from Lambda's interface and its reply. Groups are stateful, so the reply meets network ACLs and routes only.
 */
export const tracer = (snapshot: Snapshot): ((packet: NumberedPacket) => Trace) => {
  const factsOf = factsByFamily(snapshot);
  return (packet) => {
    const walk = new Walk();
    const facts = factsOf(familyOf(packet.destination));
    const place = placeOf(facts, packet.subnetId, packet.functionAccount);
    if (!place.known) walk.meet('route', packet.subnetId, 'unknown', 'the subnet is not known');
    if (!place.known && facts.subnets !== null) return walk.trace();
    meetEncryptionControl(walk, facts, place, 'lambda');
    (facts.family === 'ipv4' || sendsIpv6(walk, facts, packet)) &&
      !isAnsweredByAws(walk, facts, packet, place) &&
      leavesGroups(walk, facts, packet) &&
      reaches(walk, facts, packet, place);
    return walk.trace();
  };
};

const addressOf = (text: string): Address => {
  const address = readAddress(text);
  if (address === null) throw new Error(`${text} is no IP address`);
  return address;
};

/** The same for packets whose addresses are text. */
export const textTracer = (snapshot: Snapshot): ((packet: Packet) => Trace) => {
  const send = tracer(snapshot);
  return (packet) => {
    const sourceAddress = addressOf(packet.sourceAddress);
    const destination = addressOf(packet.destination);
    if (familyOf(sourceAddress) !== familyOf(destination))
      throw new Error(`${packet.sourceAddress} sends nothing to ${packet.destination}, an address of another family`);
    return send({ ...packet, sourceAddress, destination });
  };
};

/**
 * What happens to one TCP packet and its reply, found by walking the way and not by the engine's sets: it shares with
 * the engine only the types of the model and the parsing of addresses, so that each can prove the other wrong.
 */
export const trace = (snapshot: Snapshot, packet: Packet): Trace => textTracer(snapshot)(packet);
