import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import { inBlock, readBlock } from './block.ts';
import { meetEncryptionControl } from './encryption-control.ts';
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

/** A NAT gateway sends from its primary address, which has a public one unless it is private. */
const decideByAddress = (
  { connectivityType }: NatGateway,
  { status, publicIp }: NatGateway['addresses'][number],
): Decision => {
  if (status === 'failed') return 'blocks';
  if (status !== null && status !== 'succeeded') return 'unknown';
  return publicIp === null && connectivityType !== 'private' ? 'blocks' : 'passes';
};

/** Where the answer does not say which address is the primary one, all that can be it must agree. */
const decideByPrimary = (nat: FactsNatGateway): Decision => {
  const { addresses, connectivityType, primary } = nat;
  if (primary !== null) return decideByAddress(nat, primary);
  if (addresses.length === 0 && connectivityType === 'private') return 'passes';
  const candidates = addresses.filter(({ isPrimary }) => isPrimary !== false);
  const [decision, ...others] = new Set(candidates.map((address) => decideByAddress(nat, address)));
  return decision === undefined || others.length > 0 ? 'unknown' : decision;
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

/** The addresses by which IPv6 packets name IPv4 addresses. */
const translated = readBlock('64:ff9b::/96', 'ipv6');

const isTranslated = ({ destination }: NumberedPacket): boolean =>
  translated !== null && inBlock(destination, translated);

/**
 * Over IPv6 a NAT gateway takes what it can turn into IPv4, and nothing else. What it then does is not followed, but one
 * that cannot send sends nothing. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
const decideOverIpv6 = ({ natGateways }: Facts, from: Place, id: string): Decision => {
  const nat = find(natGateways, id);
  if (nat === 'unread') return 'unknown';
  if (nat === 'absent') return from.shared ? 'unknown' : 'blocks';
  const decisions = [decideByState(nat), nat.availabilityMode === 'regional' ? 'passes' : decideByPrimary(nat)];
  return decisions.includes('blocks') ? 'blocks' : 'unknown';
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html */
export const throughNatGateway = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  from: Place,
  id: string,
): boolean => {
  if (facts.family === 'ipv6' && !isTranslated(packet))
    return walk.meet('nat-gateway', id, 'blocks', 'takes only 64:ff9b::/96 over IPv6');
  if (facts.family === 'ipv6')
    return walk.meet('nat-gateway', id, decideOverIpv6(facts, from, id), 'turns IPv6 into IPv4');
  meetEncryptionControl(walk, facts, from, 'natGateway');
  const nat = find(facts.natGateways, id);
  if (nat === 'unread') return walk.meet('nat-gateway', id, 'unknown', 'could not be read');
  if (nat === 'absent') return walk.meet('nat-gateway', id, from.shared ? 'unknown' : 'blocks', 'is not there');
  const meet = (decision: Decision, rule: string): boolean => walk.meet('nat-gateway', id, decision, rule);
  if (!meet(decideByState(nat), `state ${nat.state}`)) return false;
  if (!isPlain(nat)) meet('unknown', 'is of a kind that is not evaluated');
  if (nat.availabilityMode === 'regional') return throughRegionalNatGateway(walk, facts, packet, from, nat);
  if (!meet(decideByPrimary(nat), 'its primary address')) return false;
  if (nat.subnetId === null) return meet('unknown', 'its subnet is not known');
  return throughNatDevice(walk, facts, packet, zonal(facts, packet, nat, nat.subnetId), () => true);
};
