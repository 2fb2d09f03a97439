import type { Subnet } from '../model/kinds/subnets.ts';
import type { AddressRange, Family } from './address.ts';
import { axisOf } from './axis.ts';
import type { Compiled, Start } from './compiled.ts';
import type { EndpointOutOfSight } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import { ownRange, rangesBeyond, rangesOnPaths } from './ranges-on-paths.ts';
import { accountOf, type Sender, type World } from './world.ts';

/** Up to so many rules of groups, one axis for all functions of a VPC costs less than one for each set of groups. */
const fewRules = 1000;

/** Groups that functions of the VPC carry, if the vantage's own are among them and their rules are few; else null. */
const groupsOfAll = (world: World, vpcId: string, own: readonly string[]): ReadonlySet<string> | null => {
  const carried = world.groupsOfFunctions.get(vpcId);
  const isShared = carried !== undefined && carried.rules <= fewRules && own.every((id) => carried.ids.has(id));
  return isShared ? carried.ids : null;
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
  const ofAll = groupsOfAll(world, vpcId, own);
  const where = ranges.length === 0 ? '' : `${target} ${ranges.map(({ from, to }) => `${from}-${to}`).join()}`;
  const groups = ofAll === null ? own.toSorted().join(' ') : 'of all functions';
  return memoised(world.compiled, `${fn.network.kind} ${family} ${vpcId} ${where} ${groups}`, () => ({
    axis: axisOf(family, [
      ...rangesOnPaths(world, vpcId, [...(ofAll ?? own)], family),
      ...rangesBeyond(world, vpcId, ranges, endpoint?.securityGroupIds ?? [], family),
    ]),
    plans: new Map(),
    transitGatewayPlans: new Map(),
    networkAcls: new Map(),
    groupSteps: new Map(),
    starts: new Map(),
  }));
};

const newStart = (): Start => ({ steps: new Map(), ways: new Map(), alike: new Map(), internet: null });

/**
 * A subnet with a set of security groups, from which packets of one address family start. `unread` says why the record of
 * the subnet could not be read, so that only its id is known; null if it was read.
 */
export const vantageOf = (
  world: World,
  fn: Sender,
  subnet: Subnet,
  securityGroupIds: readonly string[],
  family: Family,
  asked: Asked = { target: family === 'ipv4' ? 'internet' : 'internet6', ranges: [], endpoint: null },
  unread: Doubt | null = null,
): PathContext => {
  const compiled = compiledFor(world, fn, subnet.vpcId, securityGroupIds, family, asked);
  const start = `${subnet.id} ${accountOf(fn)} ${unread === null} ${asked.target}`;
  return {
    ...compiled,
    start: memoised(compiled.starts, start, newStart),
    target: asked.target,
    endpoint: asked.endpoint,
    world,
    fn,
    securityGroupIds,
    subnet,
    unread,
    range: ownRange(subnet, family),
  };
};
