import type { Facts, FactsInterface } from './facts.ts';
import { decideByGroups, type FarEnd } from './group-rules.ts';
import { find } from './items.ts';
import { type NatDevice, throughNatDevice } from './nat-device.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import { placeOf } from './place.ts';

const stopped = ['stopped', 'shutting-down', 'terminated'];

const decideByInstance = (facts: Facts, nic: FactsInterface): readonly [Decision, string] => {
  if (nic.instanceId === null) return [nic.status === 'available' ? 'blocks' : 'unknown', 'belongs to no instance'];
  const instance = find(facts.instances, nic.instanceId);
  if (instance === 'absent' || instance === 'unread') return ['unknown', `${nic.instanceId} is not known`];
  const decision = instance.state === 'running' ? 'passes' : stopped.includes(instance.state) ? 'blocks' : 'unknown';
  return [decision, `${instance.id} is ${instance.state}`];
};

const decideByCheck = ({ sourceDestCheck }: FactsInterface): Decision =>
  sourceDestCheck === false ? 'passes' : sourceDestCheck === null ? 'unknown' : 'blocks';

const hasPublicAddress = ({ privateIpAddresses }: FactsInterface): boolean =>
  privateIpAddresses.some(({ publicIp }) => publicIp !== null);

/** Whether packets leave from the interface's primary address; from another one only if its system does so. */
const decideByPublicAddress = (nic: FactsInterface, sender: FactsInterface | null): Decision => {
  const primary = nic.privateIpAddresses.find((item) => item.primary === true) ?? nic.privateIpAddresses[0];
  if (primary?.publicIp) return 'passes';
  return sender === null ? 'blocks' : 'unknown';
};

/** The interface with the public address: this one, or else another one of the same instance. */
const senderOf = (facts: Facts, nic: FactsInterface): FactsInterface | null => {
  if (hasPublicAddress(nic) || nic.instanceId === null) return hasPublicAddress(nic) ? nic : null;
  for (const other of facts.interfaces ?? [])
    if (other.instanceId === nic.instanceId && hasPublicAddress(other)) return other;
  return null;
};

const interfaceOf = (facts: Facts, id: string): FactsInterface | null => {
  let found: FactsInterface | null = null;
  for (const nic of facts.interfaces ?? [])
    if (nic.id === id || nic.instanceId === id) {
      if (found !== null) return null;
      found = nic;
    }
  return found;
};

/** Packets come into the subnet of one interface and leave from that of the one with the public address. */
const deviceOf = (facts: Facts, packet: NumberedPacket, nic: FactsInterface, sender: FactsInterface): NatDevice => ({
  hop: 'nat-instance',
  id: nic.id,
  entry: placeOf(facts, nic.subnetId ?? '', packet.functionAccount),
  place: placeOf(facts, sender.subnetId ?? '', packet.functionAccount),
  address: sender.addresses[0] ?? null,
  port: packet.functionPort,
  sender: 'interface',
  isPublic: true,
  is: (target) => 'id' in target && (target.id === nic.id || target.id === nic.instanceId),
});

/**
 * An instance that forwards, by its interface or its instance id. Its operating system is out of sight; it keeps the
 * function's port. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export const throughNatInstance = (walk: Walk, facts: Facts, packet: NumberedPacket, targetId: string): boolean => {
  const nic = interfaceOf(facts, targetId);
  if (nic === null || nic.subnetId === null) return walk.meet('nat-instance', targetId, 'unknown', 'is not known');
  const { sourceAddress, destination, destinationPort, securityGroupIds } = packet;
  const meet = (decision: Decision, rule: string): boolean => walk.meet('nat-instance', nic.id, decision, rule);
  if (!meet(...decideByInstance(facts, nic)) || !meet(decideByCheck(nic), 'source/destination check')) return false;
  const sender = senderOf(facts, nic);
  if (!meet(decideByPublicAddress(nic, sender), 'public address')) return false;
  const lets = (direction: 'ingress' | 'egress', { securityGroupIds: ids }: FactsInterface, far: FarEnd): boolean =>
    meet(...decideByGroups(facts, ids, direction, far, destinationPort));
  const admits = (): boolean =>
    lets('ingress', nic, { address: sourceAddress, groups: securityGroupIds }) &&
    lets('egress', sender ?? nic, { address: destination, groups: null });
  return throughNatDevice(walk, facts, packet, deviceOf(facts, packet, nic, sender ?? nic), admits);
};
