import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Facts, FactsNatGateway } from './facts.ts';
import { find } from './items.ts';
import { type NatDevice, throughNatDevice } from './nat-device.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import { type Place, placeOf } from './place.ts';
import { throughRegionalNatGateway } from './regional-nat-gateway.ts';

const decideByState = ({ state }: NatGateway): Decision => {
  if (state === 'available') return 'passes';
  return state === 'failed' || state === 'deleted' ? 'blocks' : 'unknown';
};

/** A NAT gateway sends from its primary address; without one it has nothing to send from. */
const decideByAddress = ({ connectivityType, primary }: FactsNatGateway): Decision => {
  if (connectivityType === 'private') return 'passes';
  if (primary === null) return 'unknown';
  if (primary.status === 'failed') return 'blocks';
  if (primary.status !== null && primary.status !== 'succeeded') return 'unknown';
  return primary.publicIp === null ? 'blocks' : 'passes';
};

/** What an attached proxy lets through is out of sight, and so is a kind that this version does not know. */
const isPlain = ({ availabilityMode, connectivityType, appliances }: NatGateway): boolean =>
  (availabilityMode === null || availabilityMode === 'zonal' || availabilityMode === 'regional') &&
  (connectivityType === null || connectivityType === 'public' || connectivityType === 'private') &&
  appliances.length === 0;

const zonal = (facts: Facts, packet: NumberedPacket, nat: FactsNatGateway, subnetId: string): NatDevice => {
  const place = placeOf(facts, subnetId, packet.functionAccount);
  return {
    hop: 'nat-gateway',
    id: nat.id,
    place,
    address: nat.privateAddress,
    port: packet.natPort,
    sender: 'nat-gateway',
    isPublic: nat.connectivityType !== 'private',
    is: (target) => target.kind === 'nat-gateway' && target.id === nat.id,
  };
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html */
export const throughNatGateway = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  from: Place,
  id: string,
): boolean => {
  const nat = find(facts.natGateways, id);
  if (nat === 'unread') return walk.meet('nat-gateway', id, 'unknown', 'could not be read');
  if (nat === 'absent') return walk.meet('nat-gateway', id, from.shared ? 'unknown' : 'blocks', 'is not there');
  const meet = (decision: Decision, rule: string): boolean => walk.meet('nat-gateway', id, decision, rule);
  if (!meet(decideByState(nat), `state ${nat.state}`)) return false;
  if (!isPlain(nat)) meet('unknown', 'is of a kind that is not evaluated');
  if (nat.availabilityMode === 'regional') return throughRegionalNatGateway(walk, facts, packet, from, nat);
  if (nat.subnetId === null) return meet('unknown', 'its subnet is not known');
  return (
    meet(decideByAddress(nat), 'its primary address') &&
    throughNatDevice(walk, facts, packet, zonal(facts, packet, nat, nat.subnetId), () => true)
  );
};
