import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../support/aws-server/recorder.ts';
import { healthy, network } from '../support/network.ts';
import { documentOf, type LiveRun, live } from './live-run.ts';
import { networks } from './networks.ts';

const ask = ['orders-api', '--format', 'json'] as const;

/** The calls for one function in one VPC, by hand. */
const callsForOneFunction = {
  GetFunctionConfiguration: 1,
  // Beside it: a page of each, since the function has no alias and no event source.
  ListAliases: 1,
  ListEventSourceMappings: 1,
  ListVersionsByFunction: 1,
  DescribeAvailabilityZones: 1,
  DescribeDhcpOptions: 1,
  DescribeEgressOnlyInternetGateways: 1,
  DescribeManagedPrefixLists: 1,
  DescribePrefixLists: 1,
  DescribeVpcBlockPublicAccessExclusions: 1,
  DescribeVpcBlockPublicAccessOptions: 1,
  DescribeVpcPeeringConnections: 1,
  // By VpcConfig.VpcId, and beside it by the function's subnet ids, which say whether that VPC is right.
  DescribeSubnets: 2,
  DescribeInstances: 1,
  DescribeInternetGateways: 1,
  DescribeNatGateways: 1,
  DescribeNetworkAcls: 1,
  DescribeNetworkInterfaces: 1,
  DescribeRouteTables: 1,
  DescribeSecurityGroups: 1,
  DescribeTransitGatewayVpcAttachments: 1,
  DescribeVpcEndpoints: 1,
  DescribeVpcs: 1,
  // enableDnsSupport and enableDnsHostnames.
  DescribeVpcAttribute: 2,
};

const countsOf = ({ requests }: LiveRun): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { action } of requests) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
};

const parametersOf = ({ service, action, parameters }: RecordedRequest) => {
  const names = Object.keys(parameters).filter((name) => name !== 'Action' && name !== 'Version');
  return { call: `${service}:${action}`, names };
};

describe('what is asked for one function', () => {
  it('is 26 calls, each once', async () => {
    const run = await live(healthy, ask);
    expect(countsOf(run)).toEqual(callsForOneFunction);
    expect(run.requests).toHaveLength(26);
    expect(documentOf(run).summary.apiCalls).toBe(26);
  });

  it('goes over at most eight connections, with latency too', async () => {
    expect((await live(healthy, ask)).sockets).toBeLessThanOrEqual(8);
    expect((await live(healthy, ask, { delayMs: 40 })).sockets).toBeLessThanOrEqual(8);
  });

  it('is never GetFunction, and nothing but what reads', async () => {
    const { requests } = await live(networks.reachable, ask);
    const actions = new Set(requests.map(({ action }) => action));
    expect([...actions].filter((action) => !/^(Describe|Get|List|Search)/.test(action))).toEqual([]);
    expect(actions).not.toContain('GetFunction');
  });

  it('carries MaxResults, a filter or ids in each call that could answer a whole Region', async () => {
    const { requests } = await live(networks.reachable, ask);
    const unbounded = requests.map(parametersOf).filter(({ names }) => names.length === 0);
    // The options are one for the account and the Region; the action takes no parameter.
    expect(unbounded).toEqual([{ call: 'ec2:DescribeVpcBlockPublicAccessOptions', names: [] }]);
  });

  it('is nothing about a VPC for a function that is in none', async () => {
    const outside = network((n) => {
      n.function().network = { kind: 'none' };
    });
    const { requests } = await live(outside, ask);
    const byVpc = requests.filter(({ parameters }) => 'Filter.1.Name' in parameters);
    expect(byVpc).toEqual([]);
  });
});

describe('what is asked for two functions', () => {
  it('is what is read of each function where they share a VPC, and nothing else more', async () => {
    const two = network((n) => {
      n.addFunction('orders-worker');
    });
    const run = await live(two, ['orders-api', 'orders-worker', '--format', 'json']);
    expect(countsOf(run)).toEqual({
      ...callsForOneFunction,
      GetFunctionConfiguration: 2,
      ListAliases: 2,
      ListEventSourceMappings: 2,
      ListVersionsByFunction: 2,
    });
    expect(documentOf(run).functions.map(({ name }) => name)).toEqual(['orders-api', 'orders-worker']);
  });
});

describe('pages', () => {
  const withoutCounts = (run: LiveRun) => {
    const { collectedAt: _, summary: __, ...said } = documentOf(run);
    return said;
  };

  it.each(['reachable', 'blocked', 'partial'] as const)(
    'of one item give the report of whole answers: %s',
    async (truth) => {
      const whole = await live(networks[truth], ask);
      const paged = await live(networks[truth], ask, { pageSize: 1 });
      expect(withoutCounts(paged)).toEqual(withoutCounts(whole));
      expect(paged.requests.length).toBeGreaterThan(whole.requests.length + 20);
      expect(documentOf(paged).summary.apiCalls).toBe(paged.requests.length);
    },
  );

  it('of which a later one is denied make the list unavailable, not shorter', async () => {
    const faults = { DescribeRouteTables: { kind: 'denied', after: 1 } } as const;
    const run = await live(healthy, ask, { pageSize: 1, faults });
    const document = documentOf(run);
    expect(document.unavailable.map(({ action }) => action)).toEqual(['ec2:DescribeRouteTables']);
    expect(document.functions[0]?.answers[0]?.verdict).toBe('unknown');
  });

  it('read all exclusions from Block Public Access, for which the SDK has no paginator', async () => {
    const excluded = network((n) => {
      for (const [id, subnet] of [
        ['1', 'public-a'],
        ['2', 'public-b'],
        ['3', 'public-c'],
      ] as const) {
        const resourceArn = `arn:aws:ec2:eu-west-1:123456789012:subnet/${n.subnet(subnet).id}`;
        n.all.vpcBlockPublicAccessExclusions.push({
          id: `vpcbpa-exclude-${id}`,
          mode: 'allow-bidirectional',
          resourceArn,
          state: 'create-complete',
        });
      }
    });
    const { requests } = await live(excluded, ask, { pageSize: 1 });
    const asked = requests.filter(({ action }) => action === 'DescribeVpcBlockPublicAccessExclusions');
    expect(asked).toHaveLength(3);
  });
});
