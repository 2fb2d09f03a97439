import { addIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, setAclRules } from '../../support/resources.ts';
import { removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { blockedBy, unknown } from './outcomes.ts';

const useless = 'aws-service-unreachable';
const dnsOff = 'interface-endpoint-private-dns-off';
const silent = ['path-blocked', useless, dnsOff];

const unreadList = (n: Network): void => {
  const [list] = n.all.prefixLists;
  if (list === undefined) throw new Error('the network lacks the list of S3');
  list.cidrs = { status: 'unavailable', action: 'ec2:GetManagedPrefixListEntries', reason: 'access denied' };
};

const withoutList =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    unreadList(n);
    removeDefaultRoutes(n);
    change(n);
  };

/** The ranges of S3 may not be read, and its gateway endpoint has a route in every table of the function. */
export const unreadRanges: readonly TruthRow[] = [
  {
    name: 'the ranges of S3 may not be read, and S3 is asked for through its gateway endpoint',
    change: withoutList(() => undefined),
    target: 's3',
    ...unknown,
    speaks: { 'missing-permission': 'warning' },
    silent: ['no-internet-route', ...silent],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'the ranges of S3 may not be read, and a public address that may be one of them is asked for',
    change: withoutList(() => undefined),
    target: '52.218.1.1:443',
    ...unknown,
    speaks: { 'missing-permission': 'warning' },
    silent: ['no-internet-route', ...silent],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'the ranges of S3 may not be read, and the group lets nothing out to whatever is asked for',
    change: withoutList((n) => {
      n.securityGroup().egress = [];
    }),
    target: '52.218.1.1:443',
    ...blockedBy('sg-egress-blocks-destination'),
    speaks: { 'sg-egress-blocks-destination': 'error', 'missing-permission': 'note' },
    findings: 2,
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'the ranges of S3 may not be read, and a private address that none of them holds is asked for',
    change: withoutList(() => undefined),
    target: '192.168.7.9:443',
    ...allThree('blocked'),
    speaks: { 'path-blocked': 'error', 'missing-permission': 'note' },
    silent: [useless, dnsOff],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'the ranges of S3 may not be read, and replies come back to half of the ports of whatever is asked for',
    change: withoutList((n) => {
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]));
    }),
    target: '52.218.1.1:443',
    ...unknown,
    speaks: { 'missing-permission': 'warning' },
    silent: ['no-internet-route', ...silent],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'the ranges of S3 may not be read, and replies come back to no port of whatever is asked for',
    change: withoutList((n) => {
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [443, 443]));
    }),
    target: '52.218.1.1:443',
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'error', 'missing-permission': 'note' },
    silent,
    page: pages.networkAclRules,
  },
  {
    name: 'the ranges of S3 may not be read, and a function that sends no IPv6 is asked about an IPv6 address',
    change: (n) => {
      addIpv6(n);
      unreadList(n);
      for (const zone of ['a', 'b', 'c'] as const) n.removeRoute(`private-${zone}`, '::/0');
      n.network().ipv6AllowedForDualStack = false;
    },
    target: '[2600:1fa0:4000::1]:443',
    ...allThree('blocked'),
    speaks: { 'ipv6-no-egress': 'error', 'missing-permission': 'note' },
    silent,
    page: pages.lambdaVpc,
  },
];
