import type { Subnet } from '../model/kinds/subnets.ts';
import type { AddressRange, Family } from './address.ts';
import { axisOf } from './axis.ts';
import type { Compiled } from './compiled.ts';
import type { EndpointOutOfSight } from './destination.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import { ownRange, rangesBeyond, rangesOnPaths } from './ranges-on-paths.ts';
import type { Sender, World } from './world.ts';

/** Up to so many rules of groups, one axis for all functions of a VPC costs less than one for each set of groups. */
const fewRules = 1000;

/** Groups whose rules cut the axis: those that functions of the VPC carry, if they are few, else the vantage's own. */
const groupsOnAxis = (world: World, vpcId: string, own: readonly string[]): readonly string[] => {
  const carried = world.groupsOfFunctions.get(vpcId);
  const isShared = carried !== undefined && carried.rules <= fewRules && own.every((id) => carried.ids.has(id));
  return isShared ? [...carried.ids] : own.toSorted();
};

/**
 * What is asked of a vantage; `ranges` are the addresses that are meant, empty for the internet. `endpoint` is the one
 * that has interfaces among them which could not be read.
 */
export interface Asked {
  readonly target: string;
  readonly ranges: readonly AddressRange[];
  readonly endpoint: EndpointOutOfSight | null;
}

/** Subnets of one VPC share the axis and all that is laid on it. */
const compiledFor = (
  world: World,
  fn: Sender,
  vpcId: string,
  own: readonly string[],
  family: Family,
  { target, ranges, endpoint }: Asked,
): Compiled => {
  const groupIds = groupsOnAxis(world, vpcId, own);
  const where = ranges.map(({ from, to }) => `${from}-${to}`).join();
  const key = [fn.network.kind, family, vpcId, ranges.length === 0 ? '' : `${target} ${where}`, ...groupIds].join(' ');
  return memoised(world.compiled, key, () => ({
    axis: axisOf(family, [
      ...rangesOnPaths(world, vpcId, groupIds, family),
      ...rangesBeyond(world, vpcId, ranges, endpoint?.securityGroupIds ?? [], family),
    ]),
    plans: new Map(),
    transitGatewayPlans: new Map(),
    networkAcls: new Map(),
    groupSteps: new Map(),
    ways: new Map(),
    internet: new Map(),
    alike: new Map(),
  }));
};

/** A subnet with a set of security groups, from which packets of one address family start. */
export const vantageOf = (
  world: World,
  fn: Sender,
  subnet: Subnet,
  securityGroupIds: readonly string[],
  family: Family,
  asked: Asked = { target: family === 'ipv4' ? 'internet' : 'internet6', ranges: [], endpoint: null },
): PathContext => ({
  ...compiledFor(world, fn, subnet.vpcId, securityGroupIds, family, asked),
  target: asked.target,
  endpoint: asked.endpoint,
  world,
  fn,
  securityGroupIds,
  subnet,
  unread: null,
  range: ownRange(subnet, family),
  steps: new Map(),
});
