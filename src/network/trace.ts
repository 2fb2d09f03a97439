import type { Route } from '../model/kinds/route-tables.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readAddress } from './trace/block.ts';
import { type Facts, readFacts } from './trace/facts.ts';
import { throughFirewall } from './trace/firewall.ts';
import { decideByGroups } from './trace/group-rules.ts';
import { straightToInternetGateway } from './trace/internet-gateway.ts';
import { find } from './trace/items.ts';
import { throughNatGateway } from './trace/nat-gateway.ts';
import { throughNatInstance } from './trace/nat-instance.ts';
import { leaveForElsewhere, takeRoute } from './trace/next-hop.ts';
import { type NumberedPacket, type Packet, type Trace, Walk } from './trace/packet.ts';
import { meetAcl, type Place, placeOf } from './trace/place.ts';

export type { Decision, NumberedPacket, Packet, Trace, TraceHop } from './trace/packet.ts';

const leavesGroups = (walk: Walk, facts: Facts, packet: NumberedPacket): boolean => {
  const far = { address: packet.destination, groups: null };
  const [decision, rule] = decideByGroups(facts, packet.securityGroupIds, 'egress', far, packet.destinationPort);
  return walk.meet('security-group-egress', packet.securityGroupIds.join(), decision, rule);
};

/** In enforce mode Lambda and each gateway need exclusions, which are not evaluated. */
const meetEncryptionControl = (walk: Walk, facts: Facts, { vpcId }: Place): void => {
  const vpc = vpcId === null ? 'unread' : find(facts.vpcs, vpcId);
  const mode = vpc === 'absent' || vpc === 'unread' ? 'unknown:vpc' : vpc.encryptionControlMode;
  if (mode !== null && mode !== 'monitor')
    walk.meet('vpc', vpcId ?? 'vpc', 'unknown', `VPC Encryption Controls: ${mode}`);
};

const goesOn = (walk: Walk, facts: Facts, packet: NumberedPacket, place: Place, route: Route): boolean => {
  const { target } = route;
  if (target.kind === 'internet-gateway') return straightToInternetGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'nat-gateway') return throughNatGateway(walk, facts, packet, place, target.id);
  if (target.kind === 'network-interface' || target.kind === 'instance')
    return throughNatInstance(walk, facts, packet, target.id);
  return throughFirewall(walk, facts, packet, target) && leaveForElsewhere(walk, facts, place, route);
};

/**
 * Reads a snapshot once and sends packets through it, one at a time: the request from Lambda's interface to an address
 * outside of the VPC, and its reply. Groups are stateful, so the reply meets network ACLs and routes only.
 */
export const tracer = (snapshot: Snapshot): ((packet: NumberedPacket) => Trace) => {
  const facts = readFacts(snapshot);
  return (packet) => {
    const walk = new Walk();
    const place = placeOf(facts, packet.subnetId, packet.functionAccount);
    const { destination, destinationPort, functionPort } = packet;
    if (!place.known) {
      walk.meet('route', packet.subnetId, 'unknown', 'the subnet is not known');
      return walk.trace();
    }
    meetEncryptionControl(walk, facts, place);
    leavesGroups(walk, facts, packet) &&
      meetAcl(walk, facts, place, 'egress', destination, destinationPort) &&
      takeRoute(walk, facts, place, destination, (way, route) => goesOn(way, facts, packet, place, route)) &&
      meetAcl(walk, facts, place, 'ingress', destination, functionPort);
    return walk.trace();
  };
};

const addressOf = (text: string): number => {
  const address = readAddress(text);
  if (address === null) throw new Error(`${text} is no IPv4 address`);
  return address;
};

/**
 * What happens to one TCP packet and its reply, found by walking the way and not by the engine's sets: it shares with
 * the engine only the types of the model and the parsing of addresses, so that each can prove the other wrong.
 */
export const trace = (snapshot: Snapshot, packet: Packet): Trace =>
  tracer(snapshot)({
    ...packet,
    sourceAddress: addressOf(packet.sourceAddress),
    destination: addressOf(packet.destination),
  });
