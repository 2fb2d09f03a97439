import { describe, expect, it } from 'vitest';
import { network } from '../support/network.ts';
import { levelsOfCalls } from './dependencies.ts';
import { networks } from './networks.ts';

const atLevel = (levels: ReadonlyMap<string, number>, level: number): readonly string[] =>
  [...levels].filter(([, of]) => of === level).map(([call]) => call);

describe('levels of dependent calls', () => {
  it('are two, and a third for what a route, a rule or an alias asks for', async () => {
    const levels = await levelsOfCalls(networks.reachable);
    expect(Math.max(...levels.values())).toBe(3);
    expect(atLevel(levels, 3).toSorted()).toEqual([
      'DescribeInstances vpc-id vpc-0a1b2c3d4e5f60718',
      'GetManagedPrefixListEntries pl-0123456789abcdef0',
      'ListVersionsByFunction orders-api',
    ]);
    expect(atLevel(levels, 1).toSorted()).toEqual([
      'DescribeAvailabilityZones true',
      'DescribeDhcpOptions',
      'DescribeEgressOnlyInternetGateways',
      'DescribeManagedPrefixLists',
      'DescribePrefixLists',
      'DescribeVpcBlockPublicAccessOptions',
      'DescribeVpcPeeringConnections',
      'GetFunctionConfiguration orders-api',
    ]);
    expect(atLevel(levels, 2)).toContain('DescribeVpcBlockPublicAccessExclusions');
    expect(atLevel(levels, 2)).toContain('ListAliases orders-api');
    expect(atLevel(levels, 2)).toContain('DescribeNatGateways vpc-id vpc-0a1b2c3d4e5f60718');
  }, 120_000);

  it('are three where Lambda reports another VPC than that of the subnets', async () => {
    const wrong = network((n) => {
      n.network().vpcId = 'vpc-00000000000000000';
    });
    const levels = await levelsOfCalls(wrong);
    expect(Math.max(...levels.values())).toBe(3);
    expect(atLevel(levels, 2)).toContain('DescribeNatGateways vpc-id vpc-00000000000000000');
    expect(atLevel(levels, 3)).toContain('DescribeNatGateways vpc-id vpc-0a1b2c3d4e5f60718');
  }, 120_000);
});
