import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import { type AddressRange, type Family, parseCidr } from './address.ts';
import { axisOf } from './axis.ts';
import { networkAclRanges } from './gates/network-acl.ts';
import { securityGroupRanges } from './gates/security-group.ts';
import { internetRanges } from './internet.ts';
import type { PathContext } from './path/context.ts';
import { routeTableRanges } from './routing.ts';
import { itemsOf, type World } from './world.ts';

/** Groups of interfaces to which a route of the VPC points: those of NAT instances. */
const groupsOfRouteTargets = (world: World, vpcId: string): string[] => {
  const targets = new Set(
    itemsOf(world.routeTables)
      .filter((table) => table.vpcId === vpcId)
      .flatMap((table) => table.routes.map(({ target }) => ('id' in target ? target.id : ''))),
  );
  return itemsOf(world.networkInterfaces)
    .filter((eni) => targets.has(eni.id) || (eni.instanceId !== null && targets.has(eni.instanceId)))
    .flatMap((eni) => eni.securityGroupIds);
};

/** Every range that a rule, a route or a subnet on any path from this vantage can test. */
const rangesOf = (world: World, subnet: Subnet, securityGroupIds: readonly string[]): AddressRange[] => {
  const groupIds = new Set([...securityGroupIds, ...groupsOfRouteTargets(world, subnet.vpcId)]);
  const cidrs = [
    ...itemsOf(world.subnets).flatMap((item) => [item.cidr ?? '', ...item.ipv6Cidrs.map(({ cidr }) => cidr)]),
    ...itemsOf(world.vpcs).flatMap((vpc) => [...vpc.cidrs, ...vpc.ipv6Cidrs.map(({ cidr }) => cidr)]),
  ];
  return [
    ...internetRanges,
    ...cidrs.map(parseCidr).filter((range): range is AddressRange => range !== null),
    ...itemsOf(world.routeTables)
      .filter((table) => table.vpcId === subnet.vpcId)
      .flatMap((table) => routeTableRanges(world, table)),
    ...itemsOf(world.networkAcls)
      .filter((acl) => acl.vpcId === subnet.vpcId)
      .flatMap(networkAclRanges),
    ...securityGroupRanges(
      world,
      itemsOf(world.securityGroups).filter((group) => groupIds.has(group.id)),
    ),
  ];
};

/**
 * The addresses that an interface can have in an IPv4 block: AWS reserves the first four and the last one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const assignable = ({ family, from, to }: AddressRange): AddressRange => ({ family, from: from + 4n, to: to - 1n });

/** The addresses that the function can have in its subnet; null if the subnet has none of the family. */
const ownRange = (subnet: Subnet, family: Family): AddressRange | null => {
  if (family === 'ipv6') {
    const associated = subnet.ipv6Cidrs.find(({ state }) => state === 'associated' || state === null);
    return associated === undefined ? null : parseCidr(associated.cidr);
  }
  const block = parseCidr(subnet.cidr ?? '');
  return block === null || block.to - block.from < 16n ? block : assignable(block);
};

/** A subnet with a set of security groups, from which packets of one address family start. */
export const vantageOf = (
  world: World,
  fn: LambdaFunction,
  subnet: Subnet,
  securityGroupIds: readonly string[],
  family: Family,
): PathContext => {
  const range = ownRange(subnet, family);
  const ranges = rangesOf(world, subnet, securityGroupIds);
  return {
    world,
    axis: axisOf(family, range === null ? ranges : [...ranges, range]),
    fn,
    securityGroupIds,
    subnet,
    range,
    plans: new Map(),
    steps: new Map(),
  };
};
