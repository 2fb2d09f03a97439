import type { EgressOnlyInternetGateway } from '../../model/kinds/egress-only-internet-gateways.ts';
import type { InternetGateway } from '../../model/kinds/internet-gateways.ts';
import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Route } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import { itemsOf, lookup, type World } from '../../network/world.ts';
import type { RouteChange } from './route-command.ts';

/** Resources of a VPC that lead to the internet as they are, in a fixed order, to be named in a fix. */

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

export const tableIdOf = (hints: World, subnet: Subnet): string | null => {
  const table = effectiveRouteTable(hints, subnet);
  return table.status === 'found' ? table.table.id : null;
};

/** The active 0.0.0.0/0 route of the subnet's table. */
export const defaultRouteOf = (hints: World, subnet: Subnet): Route | null => {
  const table = effectiveRouteTable(hints, subnet);
  const routes = table.status === 'found' ? table.table.routes : [];
  return (
    routes.find(
      ({ destination, state }) => destination.kind === 'ipv4' && destination.cidr === '0.0.0.0/0' && state === 'active',
    ) ?? null
  );
};

const isAttachedTo =
  (vpcId: string) =>
  ({ attachments }: InternetGateway | EgressOnlyInternetGateway): boolean =>
    attachments.some(
      (attachment) => attachment.vpcId === vpcId && ['available', 'attached', null].includes(attachment.state),
    );

/** A VPC has at most one internet gateway. */
export const attachedInternetGateway = (hints: World, vpcId: string): string | null =>
  itemsOf(hints.internetGateways).find(isAttachedTo(vpcId))?.id ?? null;

/** The way out for IPv6 alone; a VPC has at most one. */
export const attachedEgressOnlyGateway = (hints: World, vpcId: string): string | null =>
  itemsOf(hints.egressOnlyInternetGateways).find(isAttachedTo(vpcId))?.id ?? null;

const isPublic = (hints: World, subnet: Subnet): boolean => {
  const target = defaultRouteOf(hints, subnet)?.target;
  return target?.kind === 'internet-gateway' && target.id === attachedInternetGateway(hints, subnet.vpcId);
};

/** Subnets whose table sends 0.0.0.0/0 to the attached internet gateway: where a NAT gateway can stand. */
export const publicSubnets = (hints: World, vpcId: string): Subnet[] =>
  itemsOf(hints.subnets)
    .filter((subnet) => subnet.vpcId === vpcId && isPublic(hints, subnet))
    .sort(byId);

const hostOf = (hints: World, nat: NatGateway): Subnet | null => {
  const host = nat.subnetId === null ? null : lookup(hints.subnets, nat.subnetId);
  return host?.status === 'found' ? host.item : null;
};

const works = (hints: World, nat: NatGateway): boolean => {
  if (nat.state !== 'available' || nat.connectivityType === 'private') return false;
  if (nat.addresses.some(({ isPrimary, status }) => isPrimary !== false && status === 'failed')) return false;
  if (nat.subnetId === null) return nat.availabilityMode === 'regional';
  const host = hostOf(hints, nat);
  return host !== null && isPublic(hints, host);
};

/** Public NAT gateways that are available and stand in a public subnet, or are regional. */
const workingNatGateways = (hints: World, vpcId: string): NatGateway[] =>
  itemsOf(hints.natGateways)
    .filter((nat) => nat.vpcId === vpcId && works(hints, nat))
    .sort(byId);

/** `zone` is that of the NAT gateway where it differs from the subnet's, so that traffic crosses zones. */
export interface NearestNatGateway {
  readonly id: string;
  readonly zone: string | null;
}

/** The working NAT gateway for a route of this subnet, one of the same zone first; none that uses the table itself. */
export const nearestNatGateway = (
  hints: World,
  subnet: Subnet,
  { tableId, insteadOf }: RouteChange,
): NearestNatGateway | null => {
  const candidates = workingNatGateways(hints, subnet.vpcId)
    .filter(({ id }) => id !== insteadOf)
    .map((nat) => ({ id: nat.id, host: hostOf(hints, nat) }))
    .filter(({ host }) => host === null || tableIdOf(hints, host) !== tableId);
  const isNear = ({ host }: (typeof candidates)[number]): boolean =>
    host === null || host.availabilityZoneId === subnet.availabilityZoneId;
  const chosen = candidates.find(isNear) ?? candidates[0];
  if (chosen === undefined) return null;
  return { id: chosen.id, zone: isNear(chosen) ? null : (chosen.host?.availabilityZoneId ?? null) };
};

/** Subnets with free addresses whose table sends 0.0.0.0/0 to a working NAT gateway. */
export const privateSubnets = (hints: World, vpcId: string): Subnet[] => {
  const working = new Set<string>(workingNatGateways(hints, vpcId).map(({ id }) => id));
  return itemsOf(hints.subnets)
    .filter((subnet) => subnet.vpcId === vpcId && subnet.cidr !== null && subnet.availableIpAddressCount !== 0)
    .filter((subnet) => {
      const target = defaultRouteOf(hints, subnet)?.target;
      return target?.kind === 'nat-gateway' && working.has(target.id);
    })
    .sort(byId);
};
