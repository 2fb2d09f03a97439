import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import { type AddressRange, parseCidr } from './address.ts';
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
    ...itemsOf(world.subnets).map((item) => item.cidr ?? ''),
    ...itemsOf(world.vpcs).flatMap((vpc) => vpc.cidrs),
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

/** A subnet with a set of security groups, from which IPv4 packets start. */
export const vantageOf = (
  world: World,
  fn: LambdaFunction,
  subnet: Subnet,
  securityGroupIds: readonly string[],
): PathContext => ({
  world,
  axis: axisOf('ipv4', rangesOf(world, subnet, securityGroupIds)),
  fn,
  securityGroupIds,
  subnet,
  plans: new Map(),
  lists: new Map(),
});
