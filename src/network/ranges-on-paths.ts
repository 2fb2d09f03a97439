import type { Subnet } from '../model/kinds/subnets.ts';
import { type AddressRange, type Family, parseCidr } from './address.ts';
import { networkAclRanges } from './gates/network-acl.ts';
import { securityGroupRanges } from './gates/security-group.ts';
import { rangesOf } from './gates/tcp.ts';
import { internetRanges } from './internet.ts';
import { ipv6RangeOf } from './ipv6-range.ts';
import { addressesOfAws } from './path/aws-address.ts';
import { specialRanges, translatedRange } from './path/private-address.ts';
import { routeTableRanges } from './route-destination.ts';
import { transitGatewayRanges } from './transit-gateway-routing.ts';
import { itemsInVpc, itemsOf, lookup, type World } from './world.ts';

/** Groups of interfaces to which a route of the VPC points: those of NAT instances. */
const groupsOfRouteTargets = (world: World, vpcId: string): string[] => {
  const targets = new Set(
    itemsInVpc(world.routeTables, vpcId).flatMap((table) =>
      table.routes.map(({ target }) => ('id' in target ? target.id : '')),
    ),
  );
  return itemsOf(world.networkInterfaces)
    .filter((eni) => targets.has(eni.id) || (eni.instanceId !== null && targets.has(eni.instanceId)))
    .flatMap((eni) => eni.securityGroupIds);
};

const subnetRanges = (subnet: Subnet, family: Family): AddressRange[] => {
  const own = ownRange(subnet, family);
  const blocks = rangesOf([subnet.cidr ?? '', ...subnet.ipv6Cidrs.map(({ cidr }) => cidr)]);
  return own === null ? blocks : [...blocks, own];
};

const rangesOfGroups = (world: World, ids: readonly string[]): AddressRange[] => {
  const found = ids.map((id) => lookup(world.securityGroups, id));
  return securityGroupRanges(
    world,
    found.flatMap((group) => (group.status === 'found' ? [group.item] : [])),
  );
};

/** Ranges of the tables that decide on what enters a transit gateway by an attachment of the VPC. */
const transitRangesOf = (world: World, vpcId: string): AddressRange[] =>
  itemsInVpc(world.transitGatewayVpcAttachments, vpcId).flatMap(({ routing }) => {
    const association = routing.status === 'known' ? routing.value.association : null;
    const table = lookup(world.transitGatewayRouteTables, association?.routeTableId ?? '');
    return table.status === 'found' && table.item.routes.status === 'known'
      ? transitGatewayRanges(table.item.routes.value)
      : [];
  });

/** Every range that a route, a network ACL or a subnet of a VPC can test. */
const rangesOfVpc = (world: World, vpcId: string, family: Family): AddressRange[] => {
  const vpc = lookup(world.vpcs, vpcId);
  return [
    ...(vpc.status === 'found' ? rangesOf([...vpc.item.cidrs, ...vpc.item.ipv6Cidrs.map(({ cidr }) => cidr)]) : []),
    ...itemsInVpc(world.subnets, vpcId).flatMap((subnet) => subnetRanges(subnet, family)),
    ...itemsInVpc(world.routeTables, vpcId).flatMap((table) => routeTableRanges(world, table)),
    ...itemsInVpc(world.networkAcls, vpcId).flatMap(networkAclRanges),
  ];
};

/** Every range that a rule, a route or a subnet on any path from a subnet of the VPC to the internet can test. */
export const rangesOnPaths = (
  world: World,
  vpcId: string,
  securityGroupIds: readonly string[],
  family: Family,
): AddressRange[] => [
  ...internetRanges,
  ...specialRanges,
  translatedRange,
  ...rangesOfVpc(world, vpcId, family),
  ...transitRangesOf(world, vpcId),
  ...rangesOfGroups(world, [...new Set([...securityGroupIds, ...groupsOfRouteTargets(world, vpcId)])]),
];

/**
 * The addresses that an interface can have in a block of either family: AWS reserves the first four and the last one.
 * All of a block that is too small for a subnet. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const assignableIn = (block: AddressRange): AddressRange => {
  const { family, from, to } = block;
  return to - from < 16n ? block : { family, from: from + 4n, to: to - 1n };
};

/** The addresses that the function can have in its subnet; null if the subnet has none of the family. */
export const ownRange = (subnet: Subnet, family: Family): AddressRange | null => {
  const block = parseCidr((family === 'ipv4' ? subnet.cidr : ipv6RangeOf(subnet)) ?? '');
  return block === null ? null : assignableIn(block);
};

/** A peered VPC can have addresses that are public elsewhere, and over IPv6 it mostly does. */
const isPublic = ({ family, from, to }: AddressRange): boolean =>
  !specialRanges.some((range) => range.family === family && range.from <= from && to <= range.to);

/**
 * What decides on packets to addresses beyond the internet: the interfaces that have them, whose groups are gates, and
 * the VPCs on the other side of peering connections.
 */
export const rangesBeyond = (
  world: World,
  vpcId: string,
  asked: readonly AddressRange[],
  groupsThere: readonly string[],
  family: Family,
): AddressRange[] => {
  const sides = itemsOf(world.vpcPeeringConnections)
    .flatMap(({ requester, accepter }) => [requester, accepter])
    .filter((side) => side.vpcId !== vpcId);
  const peered = rangesOf(sides.flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs]));
  const ranges = [...asked, ...peered.filter((range) => range.family === family && isPublic(range))];
  if (ranges.length === 0) return [];
  const hosts = itemsOf(world.networkInterfaces)
    .map((eni) => ({
      eni,
      own: rangesOf([...eni.privateIpAddresses.map(({ address }) => address), ...eni.ipv6Addresses]).filter((host) =>
        ranges.some((range) => range.family === host.family && range.from <= host.from && host.to <= range.to),
      ),
    }))
    .filter(({ own }) => own.length > 0);
  const groupIds = [...new Set([...groupsThere, ...hosts.flatMap(({ eni }) => eni.securityGroupIds)])];
  const far = [...new Set(sides.flatMap((side) => side.vpcId ?? []))];
  return [
    ...ranges,
    ...addressesOfAws(world, vpcId),
    ...hosts.flatMap(({ own }) => own),
    ...peered,
    ...rangesOfGroups(world, groupIds),
    ...far.flatMap((id) => rangesOfVpc(world, id, family)),
  ];
};
