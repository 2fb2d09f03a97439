import { describe, expect, it } from 'vitest';
import { addAlias, attachedWith } from '../support/aliases.ts';
import type { RecordedRequest } from '../support/aws-server/recorder.ts';
import { type Change, healthy, network } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { setMode } from '../truth/block-public-access.ts';
import { documentOf, type LiveRun, live } from './live-run.ts';
import { networks } from './networks.ts';

const ask = ['orders-api', '--format', 'json'] as const;

/** The calls for one function in one VPC, by hand. */
const callsForOneFunction = {
  GetFunctionConfiguration: 1,
  // Beside it what needs no VPC.
  DescribeAvailabilityZones: 1,
  DescribeDhcpOptions: 1,
  DescribeEgressOnlyInternetGateways: 1,
  DescribeManagedPrefixLists: 1,
  DescribePrefixLists: 1,
  DescribeVpcBlockPublicAccessOptions: 1,
  DescribeVpcPeeringConnections: 1,
  // By VpcConfig.VpcId, and beside it by the function's subnet ids, which say whether that VPC is right.
  DescribeSubnets: 2,
  DescribeInternetGateways: 1,
  DescribeNatGateways: 1,
  DescribeNetworkAcls: 1,
  DescribeNetworkInterfaces: 1,
  DescribeRouteTables: 1,
  DescribeSecurityGroups: 1,
  // Beside the attachments: the route tables with which they are associated.
  DescribeTransitGatewayAttachments: 1,
  DescribeTransitGatewayVpcAttachments: 1,
  DescribeVpcEndpoints: 1,
  DescribeVpcs: 1,
  // enableDnsSupport and enableDnsHostnames.
  DescribeVpcAttribute: 2,
  // Behind these, since no answer depends on them.
  ListAliases: 1,
  ListEventSourceMappings: 1,
};

/** Calls that are made only where what was read asks for them, with a change that makes it ask and no other call more. */
const callsOnDemand: readonly (readonly [string, Change])[] = [
  ['ListVersionsByFunction', (n) => addAlias(n, 'live', attachedWith(n, {}))],
  ['DescribeVpcBlockPublicAccessExclusions', (n) => setMode(n, 'block-ingress', { private: null, public: null })],
  [
    'DescribeInstances',
    (n) => {
      addNatInstance(n);
    },
  ],
];

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
  it('is 24 calls, each once', async () => {
    const run = await live(healthy, ask);
    expect(countsOf(run)).toEqual(callsForOneFunction);
    expect(run.requests).toHaveLength(24);
    expect(documentOf(run).summary.apiCalls).toBe(24);
  });

  it.each(callsOnDemand)('is %s too where it matters', async (action, change) => {
    const { requests } = await live(network(change), ask);
    expect(requests.map((request) => request.action).filter((each) => !(each in callsForOneFunction))).toEqual([
      action,
    ]);
    expect(requests).toHaveLength(25);
  });

  it.each([
    ['DescribeRouteTables', ['DescribeInstances']],
    ['DescribeVpcBlockPublicAccessOptions', ['DescribeVpcBlockPublicAccessExclusions']],
  ])('is all that may matter where %s is denied', async (action, further) => {
    const { requests } = await live(healthy, ask, { faults: { [action]: { kind: 'denied' } } });
    const others = requests.map((request) => request.action).filter((each) => !(each in callsForOneFunction));
    expect(others.toSorted()).toEqual(further);
  });

  it('begins with what answers depend on', async () => {
    const { requests } = await live(healthy, ask);
    expect(
      requests
        .slice(-2)
        .map(({ action }) => action)
        .toSorted(),
    ).toEqual(['ListAliases', 'ListEventSourceMappings']);
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
      setMode(n, 'block-bidirectional', { private: null, public: null });
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
