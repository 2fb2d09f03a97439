import { addIpv6 } from '../../support/ipv6.ts';
import { aclRule, addAclRules, addTransitGateway, groupRule, sendAll, setAclRules } from '../../support/resources.ts';
import { privateSubnets, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, shareOfAll, type TruthRow } from '../row.ts';
import { blockedBy, partialBy, reachable, uneven, unknown, upperHalf } from './outcomes.ts';

const page = pages.lambdaTroubleshooting;
const target = 'secretsmanager';
const silent = ['path-blocked', 'no-internet-route', 'endpoint-not-available', 'interface-endpoint-private-dns-off'];
const useless = 'aws-service-unreachable';
const ranges = 'the snapshot does not hold the addresses of the service';

/** A service without an endpoint goes the public way, as the internet does. */
export const servicesWithoutEndpoint: readonly TruthRow[] = [
  {
    name: 'a service without an endpoint through the NAT gateways',
    change: null,
    target,
    ...reachable,
    silent: [...silent, useless, 's3-dynamodb-via-nat'],
    page: pages.privateLink,
  },
  {
    name: 'a service without an endpoint and without a default route',
    change: removeDefaultRoutes,
    target,
    ...blockedBy(useless),
    silent: [...silent, 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a service without an endpoint, and one table of three without a default route',
    change: (n) => n.removeRoute('private-a'),
    target: 'sts',
    ...firstOnly('blocked'),
    speaks: { [useless]: 'error', ...uneven },
    silent,
    page,
  },
  {
    name: 'a service without an endpoint behind blackholes',
    change: (n) => {
      for (const subnet of privateSubnets) n.route(subnet).state = 'blackhole';
    },
    target: 'sqs',
    ...allThree('blocked'),
    speaks: { 'blackhole-route': 'error' },
    silent: [...silent, useless],
    page: pages.natGateway,
  },
  {
    name: 'a service without an endpoint from public subnets',
    change: (n) => sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id }),
    target: 'logs',
    ...allThree('blocked'),
    speaks: { 'public-subnet-no-nat': 'error' },
    silent: [...silent, useless],
    page: pages.lambdaInternet,
  },
  {
    name: 'replies of a service without an endpoint on 32768-65535 only, whatever its addresses are',
    change: (n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535])),
    target,
    ...partialBy('nacl-blocks-return-traffic', ...upperHalf),
    silent: [...silent, useless],
    page,
  },
  {
    name: 'port 3389 denied to the replies of a service without an endpoint',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [3389, 3389])),
    target: 'kms',
    ...allThree('reachable'),
    shares: shareOfAll(64511, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: [...silent, useless],
    page,
  },
  {
    name: 'egress to one half of the internet, in which the service may be or not',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/1', [443, 443])];
    },
    target,
    ...unknown,
    open: ['egress-path-unverified', 'sg-egress-blocks-destination'],
    silent: [...silent, useless],
    page: pages.securityGroupRules,
    uncertain: ranges,
  },
  {
    name: 'a network ACL that denies 256 public addresses, among which those of the service may be',
    change: (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '198.41.0.0/24', [443, 443])),
    target,
    ...unknown,
    open: ['egress-path-unverified', 'nacl-blocks-outbound'],
    silent: [...silent, useless],
    page: pages.networkAclRules,
    uncertain: ranges,
  },
  {
    name: 'a service without an endpoint, and a way out over IPv6 only',
    change: (n) => {
      addIpv6(n);
      removeDefaultRoutes(n);
    },
    target,
    ...unknown,
    open: ['egress-path-unverified', 'ipv6-only-egress', useless],
    silent,
    page: pages.lambdaVpc,
    uncertain: 'which services answer over IPv6 at the name that a program uses is not in the snapshot',
  },
  {
    name: 'a service without an endpoint behind a transit gateway',
    change: (n) => sendAll(n, addTransitGateway(n, ...privateSubnets)),
    target,
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: [...silent, useless],
    page: pages.transitGateway,
    uncertain: 'the way goes on behind the transit gateway, out of sight',
  },
  {
    name: 'a service for a function that is not in a VPC',
    change: (n) => {
      n.function().network = { kind: 'none' };
    },
    target,
    verdicts: {},
    verdict: 'reachable',
    speaks: { 'not-in-vpc': 'note' },
    silent: [...silent, useless],
    page: pages.lambdaInternet,
  },
  {
    name: 'a service without an endpoint, from a subnet that has IPv6 addresses alone',
    change: (n) => {
      addIpv6(n);
      Object.assign(n.subnet('private-a'), { ipv6Native: true, cidr: null });
    },
    target,
    ...firstOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    open: ['egress-path-unverified'],
    silent: ['path-blocked'],
    page: pages.lambdaVpc,
    uncertain: 'Lambda does not support such a subnet',
  },
];
