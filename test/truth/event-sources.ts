import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import { addInterfaceEndpoint } from '../support/endpoints.ts';
import { addEventSource, addMskSource } from '../support/event-sources.ts';
import type { Change, Network } from '../support/network.ts';
import { groupRule } from '../support/resources.ts';
import { addSubnet } from '../support/targets.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const reachable = allThree('reachable');
const page = pages.kafkaNetwork;
const rule = 'esm-vpc-source-egress';
const silent = ['path-blocked', 'no-internet-route', 'aws-service-unreachable', 'missing-permission'];

/** A subnet of the cluster with a route table of its own, which leads nowhere. */
const isolatedSubnet = (n: Network): `subnet-${string}` => {
  addSubnet(n, 'cluster', { cidr: '10.0.60.0/24', beside: 'private-a', rules: 'cluster' });
  return n.subnet('cluster').id;
};

const polledFrom =
  (over: Parameters<typeof addEventSource>[1] = {}): Change =>
  (n) =>
    addEventSource(n, { subnetIds: [isolatedSubnet(n)], ...over });

/** Interface endpoints of Lambda and STS, and a subnet of the cluster without another way out. */
const withEndpoints =
  (...egress: readonly SecurityGroupRule[]): Change =>
  (n) => {
    const endpoint = addInterfaceEndpoint(n, 'lambda');
    n.all.vpcEndpoints.push({ ...endpoint, id: 'vpce-0sts', serviceName: 'com.amazonaws.eu-west-1.sts' });
    const pollers = n.addSecurityGroup('pollers', { egress });
    addEventSource(n, { subnetIds: [isolatedSubnet(n)], securityGroupIds: [pollers] });
  };

/** Pollers of an event source send from the subnets of the source, whatever way the function has. */
export const eventSources: readonly TruthRow[] = [
  {
    name: 'Kafka is polled from a subnet without a way out, and the function has one',
    change: polledFrom(),
    ...reachable,
    speaks: { [rule]: 'warning' },
    findings: 1,
    silent,
    page,
  },
  {
    name: 'Kafka is polled from a subnet with a way out and from one without',
    change: (n) => addEventSource(n, { subnetIds: [n.subnet('private-a').id, isolatedSubnet(n)] }),
    ...reachable,
    speaks: { [rule]: 'warning' },
    findings: 1,
    silent,
    page,
  },
  {
    name: 'Kafka is polled through a security group that lets nothing out',
    change: (n) => addEventSource(n, { securityGroupIds: [n.addSecurityGroup('pollers', {})] }),
    ...reachable,
    speaks: { [rule]: 'warning' },
    findings: 1,
    silent: [...silent, 'sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'Kafka is polled from a subnet with a way out',
    change: (n) => addEventSource(n),
    ...reachable,
    speaks: {},
    silent: [...silent, rule],
    page,
  },
  {
    name: 'pollers of Kafka reach the endpoints of Lambda and STS through a group that lets out to these alone',
    change: withEndpoints(groupRule('10.0.51.0/24', [443, 443])),
    ...reachable,
    speaks: {},
    silent: [...silent, rule],
    page,
  },
  {
    name: 'the group of the pollers lets out to another subnet than that of the endpoints',
    change: withEndpoints(groupRule('10.0.52.0/24', [443, 443])),
    ...reachable,
    speaks: { [rule]: 'warning' },
    findings: 1,
    silent,
    page,
  },
  {
    name: 'pollers of Kafka reach an endpoint of Lambda, and there is none of STS',
    change: (n) => {
      addInterfaceEndpoint(n, 'lambda');
      polledFrom()(n);
    },
    ...reachable,
    speaks: { [rule]: 'warning' },
    findings: 1,
    silent,
    page,
  },
  {
    name: 'Kafka is polled in provisioned mode from a subnet without a way out',
    change: polledFrom({ provisioned: true }),
    ...reachable,
    speaks: {},
    silent: [...silent, rule],
    page,
  },
  {
    name: 'a disabled mapping does not poll',
    change: polledFrom({ state: 'Disabled' }),
    ...reachable,
    speaks: {},
    silent: [...silent, rule],
    page,
  },
  {
    name: 'Kafka with a public address is polled from outside any VPC',
    change: (n) => addEventSource(n, { subnetIds: [], securityGroupIds: [] }),
    ...reachable,
    speaks: {},
    silent: [...silent, rule],
    page,
  },
  {
    name: 'Kafka is polled from a subnet of a VPC that was not read',
    change: (n) => addEventSource(n, { subnetIds: ['subnet-0elsewhere'] }),
    ...reachable,
    speaks: { [rule]: 'note' },
    silent,
    page,
  },
  {
    name: 'Amazon MSK is polled from subnets that only the cluster names',
    change: (n) => addMskSource(n),
    ...reachable,
    speaks: { [rule]: 'note' },
    silent,
    page: pages.mskNetwork,
  },
  {
    name: 'Amazon MSK is polled in provisioned mode',
    change: (n) => addMskSource(n, { provisioned: true }),
    ...reachable,
    speaks: {},
    silent: [...silent, rule],
    page: pages.mskNetwork,
  },
  {
    name: 'Amazon MQ is polled from subnets that only the broker names',
    change: (n) =>
      addMskSource(n, { kind: 'mq', sourceArn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-0e1f2a3b' }),
    ...reachable,
    speaks: { [rule]: 'note' },
    silent,
    page: pages.mqNetwork,
  },
];
