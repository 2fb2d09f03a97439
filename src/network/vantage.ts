import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import { type AddressRange, type Family, parseCidr } from './address.ts';
import { axisOf } from './axis.ts';
import type { Compiled } from './compiled.ts';
import { networkAclRanges } from './gates/network-acl.ts';
import { securityGroupRanges } from './gates/security-group.ts';
import { rangesOf } from './gates/tcp.ts';
import { internetRanges } from './internet.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import { routeTableRanges } from './routing.ts';
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

/** Every range that a rule, a route or a subnet on any path from a subnet of the VPC can test. */
const rangesOnPaths = (
  world: World,
  vpcId: string,
  securityGroupIds: readonly string[],
  family: Family,
): AddressRange[] => {
  const vpc = lookup(world.vpcs, vpcId);
  const groupIds = new Set([...securityGroupIds, ...groupsOfRouteTargets(world, vpcId)]);
  const groups = [...groupIds].map((id) => lookup(world.securityGroups, id));
  return [
    ...internetRanges,
    ...(vpc.status === 'found' ? rangesOf([...vpc.item.cidrs, ...vpc.item.ipv6Cidrs.map(({ cidr }) => cidr)]) : []),
    ...itemsInVpc(world.subnets, vpcId).flatMap((subnet) => subnetRanges(subnet, family)),
    ...itemsInVpc(world.routeTables, vpcId).flatMap((table) => routeTableRanges(world, table)),
    ...itemsInVpc(world.networkAcls, vpcId).flatMap(networkAclRanges),
    ...securityGroupRanges(
      world,
      groups.flatMap((group) => (group.status === 'found' ? [group.item] : [])),
    ),
  ];
};

/**
 * The addresses that an interface can have in a block of either family: AWS reserves the first four and the last one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const assignable = ({ family, from, to }: AddressRange): AddressRange => ({ family, from: from + 4n, to: to - 1n });

/** The addresses that the function can have in its subnet; null if the subnet has none of the family. */
const ownRange = ({ cidr, ipv6Cidrs }: Subnet, family: Family): AddressRange | null => {
  const associated = ipv6Cidrs.find(({ state }) => state === 'associated' || state === null);
  const block = parseCidr((family === 'ipv4' ? cidr : associated?.cidr) ?? '');
  return block === null || block.to - block.from < 16n ? block : assignable(block);
};

/** Up to so many rules of groups, one axis for all functions of a VPC costs less than one for each set of groups. */
const fewRules = 1000;

/** Groups whose rules cut the axis: those that functions of the VPC carry, if they are few, else the vantage's own. */
const groupsOnAxis = (world: World, vpcId: string, own: readonly string[]): readonly string[] => {
  const carried = world.groupsOfFunctions.get(vpcId) ?? [];
  const rules = carried.reduce((sum, { egress, ingress }) => sum + egress.length + ingress.length, 0);
  const ids = carried.map(({ id }) => id);
  return rules <= fewRules && own.every((id) => ids.some((each) => each === id)) ? ids : own.toSorted();
};

/** Subnets of one VPC share the axis and all that is laid on it. */
const compiledFor = (world: World, vpcId: string, own: readonly string[], family: Family): Compiled => {
  const groupIds = groupsOnAxis(world, vpcId, own);
  return memoised(world.compiled, [family, vpcId, ...groupIds].join(' '), () => ({
    axis: axisOf(family, rangesOnPaths(world, vpcId, groupIds, family)),
    plans: new Map(),
    networkAcls: new Map(),
    tables: new Map(),
    groupSteps: new Map(),
  }));
};

/** A subnet with a set of security groups, from which packets of one address family start. */
export const vantageOf = (
  world: World,
  fn: LambdaFunction,
  subnet: Subnet,
  securityGroupIds: readonly string[],
  family: Family,
): PathContext => ({
  ...compiledFor(world, subnet.vpcId, securityGroupIds, family),
  world,
  fn,
  securityGroupIds,
  subnet,
  unread: null,
  range: ownRange(subnet, family),
  steps: new Map(),
});
