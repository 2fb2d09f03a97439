import { readAddress } from './block.ts';
import type { Facts, FactsInterface } from './facts.ts';
import { decideByGroups } from './group-rules.ts';
import { find } from './items.ts';
import { type NatDevice, throughNatDevice } from './nat-device.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import { placeOf } from './place.ts';

const stopped = ['stopped', 'terminated'];

const decideByInstance = (facts: Facts, nic: FactsInterface): readonly [Decision, string] => {
  if (nic.instanceId === null) return [nic.status === 'available' ? 'blocks' : 'unknown', 'belongs to no instance'];
  const instance = find(facts.instances, nic.instanceId);
  if (instance === 'absent' || instance === 'unread') return ['unknown', `${nic.instanceId} is not known`];
  const decision = instance.state === 'running' ? 'passes' : stopped.includes(instance.state) ? 'blocks' : 'unknown';
  return [decision, `${instance.id} is ${instance.state}`];
};

const decideByCheck = ({ sourceDestCheck }: FactsInterface): Decision =>
  sourceDestCheck === false ? 'passes' : sourceDestCheck === null ? 'unknown' : 'blocks';

const primaryOf = ({ privateIpAddresses }: FactsInterface) =>
  privateIpAddresses.find(({ primary }) => primary === true) ?? privateIpAddresses[0];

/** The operating system may send from another address of the instance, which is out of sight. */
const decideByPublicAddress = (facts: Facts, nic: FactsInterface): Decision => {
  if (primaryOf(nic)?.publicIp) return 'passes';
  const instances = (facts.interfaces ?? []).filter(
    (other) => other.id === nic.id || (nic.instanceId !== null && other.instanceId === nic.instanceId),
  );
  const any = instances.some((other) => other.privateIpAddresses.some(({ publicIp }) => publicIp !== null));
  return any ? 'unknown' : 'blocks';
};

const interfaceOf = (facts: Facts, id: string): FactsInterface | null => {
  const found = (facts.interfaces ?? []).filter((nic) => nic.id === id || nic.instanceId === id);
  return found.length === 1 ? (found[0] ?? null) : null;
};

/**
 * An instance that forwards, by its interface or its instance id. Its operating system is out of sight; it keeps the
 * function's port. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export const throughNatInstance = (walk: Walk, facts: Facts, packet: NumberedPacket, targetId: string): boolean => {
  const nic = interfaceOf(facts, targetId);
  if (nic === null || nic.subnetId === null) return walk.meet('nat-instance', targetId, 'unknown', 'is not known');
  const meet = (decision: Decision, rule: string): boolean => walk.meet('nat-instance', nic.id, decision, rule);
  const meetGroups = (direction: 'ingress' | 'egress'): boolean => {
    const far =
      direction === 'ingress'
        ? { address: packet.sourceAddress, groups: packet.securityGroupIds }
        : { address: packet.destination, groups: null };
    return meet(...decideByGroups(facts, nic.securityGroupIds, direction, far, packet.destinationPort));
  };
  const address = primaryOf(nic)?.address ?? null;
  const device: NatDevice = {
    hop: 'nat-instance',
    id: nic.id,
    place: placeOf(facts, nic.subnetId, packet.functionAccount),
    address: address === null ? null : readAddress(address),
    port: packet.functionPort,
    sender: 'interface',
    isPublic: true,
    is: (target) => 'id' in target && (target.id === nic.id || target.id === nic.instanceId),
  };
  return (
    meet(...decideByInstance(facts, nic)) &&
    meet(decideByCheck(nic), 'source/destination check') &&
    meet(decideByPublicAddress(facts, nic), 'public address') &&
    throughNatDevice(walk, facts, packet, device, () => meetGroups('ingress') && meetGroups('egress'))
  );
};
