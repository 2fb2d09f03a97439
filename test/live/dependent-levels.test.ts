import { describe, expect, it } from 'vitest';
import { network } from '../support/network.ts';
import { levelsOfCalls } from './dependencies.ts';
import { networks } from './networks.ts';

const atLevel = (levels: ReadonlyMap<string, number>, level: number): readonly string[] =>
  [...levels].filter(([, of]) => of === level).map(([call]) => call);

describe('levels of dependent calls', () => {
  it('are two, and a third for the entries of a prefix list that only a route or a rule names', async () => {
    const levels = await levelsOfCalls(networks.reachable);
    expect(Math.max(...levels.values())).toBe(3);
    expect(atLevel(levels, 3)).toEqual(['GetManagedPrefixListEntries pl-0123456789abcdef0']);
    expect(atLevel(levels, 1).toSorted()).toEqual([
      'DescribeAvailabilityZones true',
      'DescribeDhcpOptions',
      'DescribeEgressOnlyInternetGateways',
      'DescribeManagedPrefixLists',
      'DescribePrefixLists',
      'DescribeVpcBlockPublicAccessExclusions',
      'DescribeVpcBlockPublicAccessOptions',
      'DescribeVpcPeeringConnections',
      'GetFunctionConfiguration orders-api',
      'ListAliases orders-api',
      'ListEventSourceMappings orders-api',
      'ListVersionsByFunction orders-api',
    ]);
    expect(atLevel(levels, 2)).toContain('DescribeNatGateways vpc-id vpc-0a1b2c3d4e5f60718');
  });

  it('are three where Lambda reports another VPC than that of the subnets', async () => {
    const wrong = network((n) => {
      n.network().vpcId = 'vpc-00000000000000000';
    });
    const levels = await levelsOfCalls(wrong);
    expect(Math.max(...levels.values())).toBe(3);
    expect(atLevel(levels, 2)).toContain('DescribeNatGateways vpc-id vpc-00000000000000000');
    expect(atLevel(levels, 3)).toContain('DescribeNatGateways vpc-id vpc-0a1b2c3d4e5f60718');
  });
});
