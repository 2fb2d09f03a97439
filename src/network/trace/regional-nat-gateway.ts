import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import { goesOnFrom, type NatDevice } from './nat-device.ts';
import { bringBack, takeRouteOf } from './next-hop.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import { type Place, placeOfVpc } from './place.ts';

type Address = NatGateway['addresses'][number];

const isSettled = ({ status }: Address): boolean => status === null || status === 'succeeded';

const decideByAddresses = (addresses: readonly Address[]): Decision => {
  if (addresses.some((address) => isSettled(address) && address.publicIp !== null)) return 'passes';
  return addresses.every((address) => isSettled(address) || address.status === 'failed') ? 'blocks' : 'unknown';
};

/**
 * In manual mode a zone without an address has no way out; in automatic mode another zone serves meanwhile. Where the
 * mode is not said, both must agree. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
const decideByZone = ({ addresses, autoProvisionZones }: NatGateway, zone: string | null): Decision => {
  if (addresses.length === 0) return 'unknown';
  const automatic = decideByAddresses(addresses);
  if (autoProvisionZones === 'enabled' || automatic === 'blocks') return automatic;
  if (zone === null) return 'unknown';
  const manual = decideByAddresses(addresses.filter(({ availabilityZoneId }) => availabilityZoneId === zone));
  if (manual === 'passes') return 'passes';
  if (addresses.some(({ availabilityZoneId }) => availabilityZoneId === null)) return 'unknown';
  return autoProvisionZones === 'disabled' || manual === automatic ? manual : 'unknown';
};

/** It stands in no subnet, so no network ACL sees its packets, and it has a route table of its own. */
export const throughRegionalNatGateway = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  from: Place,
  nat: NatGateway,
): boolean => {
  if (!walk.meet('nat-gateway', nat.id, decideByZone(nat, from.zone), 'its addresses in the zone')) return false;
  const table = nat.routeTableId === null ? null : findOrNull(facts.routeTables, nat.routeTableId);
  if (table === null) return walk.meet('route', nat.id, 'unknown', 'its route table is not known');
  const place = { ...placeOfVpc(facts, nat.vpcId, packet.functionAccount), known: true, shared: from.shared };
  const device: NatDevice = {
    hop: 'nat-gateway',
    id: nat.id,
    place,
    address: null,
    port: packet.natPort,
    sender: 'nat-gateway',
    isPublic: nat.connectivityType !== 'private',
    is: (target) => target.kind === 'nat-gateway' && target.id === nat.id,
  };
  return (
    takeRouteOf(walk, facts, table, packet.destination, goesOnFrom(facts, packet, device)) &&
    takeRouteOf(walk, facts, table, packet.sourceAddress, bringBack)
  );
};
