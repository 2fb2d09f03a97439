import type { NatGateway, NatGatewayAddress } from '../../model/kinds/nat-gateways.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { lookup, type World } from '../../network/world.ts';
import type { Cause, RuleContext } from '../rule.ts';
import { command } from './command.ts';

const allocation = '<allocation id of an Elastic IP address>';

export const failedAddresses = ({ addresses }: NatGateway): NatGatewayAddress[] =>
  addresses.filter(({ status }) => status === 'failed');

/** The zones of the subnets in which a regional NAT gateway has no address that works. */
export const uncoveredZones = (
  { subnets }: Pick<RuleContext, 'subnets'>,
  { subnetIds }: Cause<BlockerOf<'regional-nat-zone'>>,
): string[] => {
  const concerned = subnets.filter(({ id }) => subnetIds.includes(id));
  return [...new Set(concerned.flatMap(({ availabilityZoneId }) => availabilityZoneId ?? []))].sort();
};

/** The addresses whose failure left each of these zones without one; null if a zone never had any. */
export const failedInZones = (
  world: Pick<World, 'natGateways'>,
  natGatewayId: string,
  zones: readonly string[],
): { readonly nat: NatGateway; readonly failed: readonly NatGatewayAddress[] } | null => {
  const found = lookup(world.natGateways, natGatewayId);
  if (found.status !== 'found') return null;
  const failed = failedAddresses(found.item).filter(({ availabilityZoneId: zone }) => zones.includes(zone ?? ''));
  return zones.every((zone) => failed.some(({ availabilityZoneId }) => availabilityZoneId === zone))
    ? { nat: found.item, failed }
    : null;
};

/**
 * The commands that give a NAT gateway another address: a private one gets a private address, a regional one an
 * Elastic IP address in each zone where one failed.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateNatGatewayAddress.html
 */
export const addAddressCommands = (nat: NatGateway, failed: readonly NatGatewayAddress[]): string[] => {
  if (nat.connectivityType === 'private')
    return [
      command`aws ec2 assign-private-nat-gateway-address --nat-gateway-id ${nat.id} --private-ip-address-count ${failed.length}`,
    ];
  const zones =
    nat.availabilityMode === 'regional' ? failed.flatMap(({ availabilityZoneId }) => availabilityZoneId ?? []) : [];
  return zones.length === 0
    ? [command`aws ec2 associate-nat-gateway-address --nat-gateway-id ${nat.id} --allocation-ids ${allocation}`]
    : associateCommands(nat.id, [...new Set(zones)]);
};

/** The commands that give a regional NAT gateway an address in each of these zones. */
export const associateCommands = (natGatewayId: string, zones: readonly string[]): string[] =>
  zones.map(
    (zone) =>
      command`aws ec2 associate-nat-gateway-address --nat-gateway-id ${natGatewayId} --availability-zone-id ${zone} --allocation-ids ${allocation}`,
  );
