import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import { readAddress } from './block.ts';
import type { Facts } from './facts.ts';
import { find } from './items.ts';
import { throughNatDevice } from './nat-device.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import { type Place, placeOf } from './place.ts';

const decideByState = ({ state }: NatGateway): Decision => {
  if (state === 'available') return 'passes';
  return state === 'failed' || state === 'deleted' ? 'blocks' : 'unknown';
};

const primaryAddress = ({ addresses }: NatGateway) =>
  addresses.find(({ isPrimary }) => isPrimary === true) ?? (addresses.length === 1 ? addresses[0] : undefined);

/** A NAT gateway sends from its primary address; without one it has nothing to send from. */
const decideByAddress = (nat: NatGateway): Decision => {
  if (nat.connectivityType === 'private') return 'passes';
  const primary = primaryAddress(nat);
  if (primary === undefined) return 'unknown';
  if (primary.status === 'failed') return 'blocks';
  if (primary.status !== null && primary.status !== 'succeeded') return 'unknown';
  return primary.publicIp === null ? 'blocks' : 'passes';
};

const isPlain = ({ availabilityMode, connectivityType, appliances }: NatGateway): boolean =>
  (availabilityMode === null || availabilityMode === 'zonal') &&
  (connectivityType === null || connectivityType === 'public' || connectivityType === 'private') &&
  appliances.length === 0;

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
  if (!walk.meet('nat-gateway', id, decideByState(nat), `state ${nat.state}`)) return false;
  if (nat.subnetId === null || nat.availabilityMode === 'regional')
    return walk.meet('nat-gateway', id, 'unknown', 'regional NAT gateways are not evaluated');
  if (!isPlain(nat)) return walk.meet('nat-gateway', id, 'unknown', 'is of a kind that is not evaluated');
  const privateIp = primaryAddress(nat)?.privateIp ?? null;
  const device = {
    hop: 'nat-gateway',
    id,
    place: placeOf(facts, nat.subnetId, packet.functionAccount),
    address: privateIp === null ? null : readAddress(privateIp),
    port: packet.natPort,
    sender: 'nat-gateway',
    isPublic: nat.connectivityType !== 'private',
    is: (target: { readonly kind: string; readonly id?: string }) => target.kind === 'nat-gateway' && target.id === id,
  } as const;
  return (
    walk.meet('nat-gateway', id, decideByAddress(nat), 'its primary address') &&
    throughNatDevice(walk, facts, packet, device, () => true)
  );
};
