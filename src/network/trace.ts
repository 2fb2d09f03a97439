import type { Route } from '../model/kinds/route-tables.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Family } from './address.ts';
import { type Address, familyOf, readAddress } from './trace/block.ts';
import { throughEgressOnlyGateway } from './trace/egress-only-internet-gateway.ts';
import { meetEncryptionControl } from './trace/encryption-control.ts';
import { type Facts, readFacts } from './trace/facts.ts';
import { throughFirewall } from './trace/firewall.ts';
import { decideByGroups } from './trace/group-rules.ts';
import { straightToInternetGateway } from './trace/internet-gateway.ts';
import { throughNatGateway } from './trace/nat-gateway.ts';
import { throughNatInstance } from './trace/nat-instance.ts';
import { leaveByRoute, leaveForElsewhere } from './trace/next-hop.ts';
import { sendsIpv6 } from './trace/own-interface.ts';
import { type NumberedPacket, type Packet, type Trace, Walk } from './trace/packet.ts';
import { meetAcl, type Place, placeOf } from './trace/place.ts';

export type { Decision, NumberedPacket, Packet, Trace, TraceHop } from './trace/packet.ts';

const leavesGroups = (walk: Walk, facts: Facts, packet: NumberedPacket): boolean => {
  const far = { address: packet.destination, groups: null };
  const [decision, rule] = decideByGroups(facts, packet.securityGroupIds, 'egress', far, packet.destinationPort);
  return walk.meet('security-group-egress', packet.securityGroupIds.join(), decision, rule);
};

const goesOn = (walk: Walk, facts: Facts, packet: NumberedPacket, place: Place, route: Route): boolean => {
  const { target } = route;
  if (target.kind === 'internet-gateway') return straightToInternetGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'egress-only-internet-gateway') return throughEgressOnlyGateway(walk, facts, place, target.id);
  if (target.kind === 'nat-gateway') return throughNatGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'network-interface' || target.kind === 'instance')
    return throughNatInstance(walk, facts, packet, target.id);
  return throughFirewall(walk, facts, packet, target) && leaveForElsewhere(walk, facts, place, route);
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
 * Reads a snapshot once and sends packets through it, one at a time: the request from Lambda's interface to an address
 * outside of the VPC, and its reply. Groups are stateful, so the reply meets network ACLs and routes only.
 */
export const tracer = (snapshot: Snapshot): ((packet: NumberedPacket) => Trace) => {
  const factsOf = factsByFamily(snapshot);
  return (packet) => {
    const walk = new Walk();
    const facts = factsOf(familyOf(packet.destination));
    const place = placeOf(facts, packet.subnetId, packet.functionAccount);
    const { destination, destinationPort, functionPort } = packet;
    if (!place.known) walk.meet('route', packet.subnetId, 'unknown', 'the subnet is not known');
    if (!place.known && facts.subnets !== null) return walk.trace();
    meetEncryptionControl(walk, facts, place, 'lambda');
    (facts.family === 'ipv4' || sendsIpv6(walk, facts, packet)) &&
      leavesGroups(walk, facts, packet) &&
      meetAcl(walk, facts, place, 'egress', destination, destinationPort) &&
      leaveByRoute(walk, facts, place, destination, (way, route) => goesOn(way, facts, packet, place, route)) &&
      meetAcl(walk, facts, place, 'ingress', destination, functionPort);
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
