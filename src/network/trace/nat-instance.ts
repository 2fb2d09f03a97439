import type { Facts, FactsInterface } from './facts.ts';
import { decideByGroups, type FarEnd } from './group-rules.ts';
import { find } from './items.ts';
import { enters, type NatDevice, throughNatDevice } from './nat-device.ts';
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
const decideByPublicAddress = (facts: Facts, nic: FactsInterface): Decision | 'elsewhere' => {
  const primary = nic.privateIpAddresses.find((item) => item.primary === true) ?? nic.privateIpAddresses[0];
  if (primary?.publicIp) return 'passes';
  if (hasPublicAddress(nic)) return 'unknown';
  for (const other of facts.interfaces ?? [])
    if (nic.instanceId !== null && other.instanceId === nic.instanceId && hasPublicAddress(other)) return 'elsewhere';
  return 'blocks';
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

const deviceOf = (facts: Facts, packet: NumberedPacket, nic: FactsInterface, subnetId: string): NatDevice => ({
  hop: 'nat-instance',
  id: nic.id,
  place: placeOf(facts, subnetId, packet.functionAccount),
  address: nic.addresses[0] ?? null,
  port: packet.functionPort,
  sender: 'interface',
  isPublic: true,
  is: (target) => 'id' in target && (target.id === nic.id || target.id === nic.instanceId),
});

/**
 * An instance that forwards, by its interface or its instance id. Its operating system is out of sight; it keeps the
 * function's port. AWS describes it for IPv4 alone.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export const throughNatInstance = (walk: Walk, facts: Facts, packet: NumberedPacket, targetId: string): boolean => {
  if (facts.family === 'ipv6') return walk.meet('nat-instance', targetId, 'unknown', 'forwards IPv6 out of sight');
  const nic = interfaceOf(facts, targetId);
  if (nic === null || nic.subnetId === null) return walk.meet('nat-instance', targetId, 'unknown', 'is not known');
  const { sourceAddress, destination, destinationPort, securityGroupIds } = packet;
  const meet = (decision: Decision, rule: string): boolean => walk.meet('nat-instance', nic.id, decision, rule);
  if (!meet(...decideByInstance(facts, nic)) || !meet(decideByCheck(nic), 'source/destination check')) return false;
  const lets = (direction: 'ingress' | 'egress', far: FarEnd): boolean =>
    meet(...decideByGroups(facts, nic.securityGroupIds, direction, far, destinationPort));
  const letsIn = (): boolean =>
    facts.subnets === null
      ? meet('unknown', 'the address of the function is not known')
      : lets('ingress', { address: sourceAddress, groups: securityGroupIds });
  const letsOut = (): boolean => lets('egress', { address: destination, groups: null });
  const device = deviceOf(facts, packet, nic, nic.subnetId);
  const sends = decideByPublicAddress(facts, nic);
  if (sends === 'elsewhere')
    return meet('unknown', 'leaves by another interface') && enters(walk, facts, packet, device) && letsIn();
  return meet(sends, 'public address') && throughNatDevice(walk, facts, packet, device, () => letsIn() && letsOut());
};
