import { addIpv6, sendAllIpv6, splitIpv6Default, withIpv6 } from '../../support/ipv6.ts';
import { addNatInstance, addPeering, addPrefixList, addTransitGateway } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const target = 'internet6';
const blocked = { target, ...allThree('blocked') } as const;
const reachable = { target, ...allThree('reachable') } as const;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const noEgress = { 'ipv6-no-egress': 'error' } as const;
const page = pages.egressOnlyInternetGateway;
const zones = ['a', 'b', 'c'];
const privateSubnets = ['private-a', 'private-b', 'private-c'];

/** Routes of the internet over IPv6, and where they lead. */
export const ipv6Routes: readonly TruthRow[] = [
  {
    name: 'dual-stack subnets behind an egress-only internet gateway',
    change: addIpv6,
    ...reachable,
    shares: { 'private-a': [1, 1], 'private-b': [1, 1], 'private-c': [1, 1] },
    exceptions: false,
    speaks: {},
    silent: [
      'ipv6-flag-off-with-ipv6-egress',
      'ipv6-no-egress',
      'ipv6-subnet-not-dual-stack',
      'ipv6-only-egress',
      'dns64-without-nat64-route',
      'public-subnet-no-nat',
      'nat-gateway-no-igw-path',
      'igw-not-attached',
      'egress-path-unverified',
      'more-specific-route-diverts',
    ],
    page,
  },
  {
    name: 'IPv6 beside IPv4 changes nothing for the internet over IPv4',
    change: addIpv6,
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['public-subnet-no-nat', 'ipv6-no-egress', 'ipv6-only-egress', 'nat-gateway-cross-az'],
    page,
  },
  {
    name: 'both families asked, both work',
    change: addIpv6,
    ...reachable,
    alongside: { target: 'internet', verdict: 'reachable' },
    speaks: {},
    silent: ['ipv6-only-egress', 'no-internet-route'],
    page,
  },
  {
    name: '::/0 straight to the internet gateway: IPv6 needs no translation',
    change: withIpv6((n) => sendAllIpv6(n, { kind: 'internet-gateway', id: n.internetGateway().id })),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['public-subnet-no-nat', 'ipv6-no-egress', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.internetGateway,
    inferred: 'IPv6 addresses are public by themselves; AWS documents the egress-only gateway for functions',
  },
  {
    name: 'no ::/0 route: 0.0.0.0/0 carries no IPv6',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`, '::/0');
    }),
    ...blocked,
    speaks: noEgress,
    silent: ['no-internet-route', 'path-blocked', 'ipv6-flag-off-with-ipv6-egress', 'inconsistent-subnet-egress'],
    page: pages.routeTablePriority,
  },
  {
    name: 'no ::/0 route in one table of three',
    change: withIpv6((n) => n.removeRoute('private-a', '::/0')),
    target,
    ...firstOnly('blocked'),
    speaks: { ...noEgress, ...uneven },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'no ::/0 route, and nobody asked for IPv6',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`, '::/0');
    }),
    ...allThree('reachable'),
    speaks: {},
    silent: ['ipv6-no-egress', 'no-internet-route', 'ipv6-only-egress'],
    page: pages.lambdaVpc,
  },
  {
    name: 'the internet over IPv6 as two halves of 2000::/3',
    change: withIpv6((n) => splitIpv6Default(n, '2000::/4', '3000::/4')),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['ipv6-no-egress', 'more-specific-route-diverts'],
    page: pages.routeTablePriority,
  },
  {
    name: 'one half of 2000::/3 only',
    change: withIpv6((n) => splitIpv6Default(n, '2000::/4')),
    target,
    ...allThree('partial'),
    speaks: noEgress,
    silent: ['no-internet-route', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.routeTablePriority,
  },
  {
    name: '8000::/1 holds nothing of the internet',
    change: withIpv6((n) => splitIpv6Default(n, '8000::/1')),
    ...blocked,
    speaks: noEgress,
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a prefix list that holds ::/0 is a default route',
    change: withIpv6((n) => splitIpv6Default(n, addPrefixList(n, 'everywhere6', ['::/0']))),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['ipv6-no-egress', 'missing-permission'],
    page: pages.managedPrefixLists,
  },
  {
    name: 'a prefix list that holds 0.0.0.0/0 only is none for IPv6',
    change: withIpv6((n) => splitIpv6Default(n, addPrefixList(n, 'everywhere4', ['0.0.0.0/0']))),
    ...blocked,
    speaks: noEgress,
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.managedPrefixLists,
  },
  {
    name: '::/0 in another spelling',
    change: withIpv6((n) => splitIpv6Default(n, '0000:0:0:0:0:0:0:0/0')),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['ipv6-no-egress'],
    page: pages.route,
  },
  {
    name: 'ranges of the subnets in another spelling',
    change: withIpv6((n) => {
      for (const [index, zone] of zones.entries())
        for (const range of n.subnet(`private-${zone}`).ipv6Cidrs)
          range.cidr = `2001:0DB8:1234:1A1${index + 1}:0:0:0:0/64`;
    }),
    ...reachable,
    speaks: {},
    silent: ['ipv6-subnet-not-dual-stack', 'ipv6-no-egress', 'path-blocked'],
    page: pages.subnetIpv6Association,
  },
  {
    name: '::/0 to a NAT gateway gives no internet over IPv6',
    change: withIpv6((n) => sendAllIpv6(n, { kind: 'nat-gateway', id: n.natGateway('nat-a').id })),
    ...blocked,
    speaks: noEgress,
    silent: ['nat-gateway-no-igw-path', 'nat-gateway-cross-az', 'path-blocked'],
    page: pages.nat64,
    inferred: 'a NAT gateway takes IPv6 packets for 64:ff9b::/96 only, which stand for IPv4 addresses',
  },
  {
    name: 'a blackhole on ::/0',
    change: withIpv6((n) => {
      for (const zone of zones) n.route(`private-${zone}`, '::/0').state = 'blackhole';
    }),
    ...blocked,
    speaks: { 'blackhole-route': 'error' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.route,
  },
  {
    name: 'a blackhole on ::/0, and nobody asked for IPv6',
    change: withIpv6((n) => {
      for (const zone of zones) n.route(`private-${zone}`, '::/0').state = 'blackhole';
    }),
    ...allThree('reachable'),
    speaks: {},
    silent: ['blackhole-route', 'ipv6-no-egress'],
    page: pages.route,
  },
  {
    name: '::/0 to a transit gateway',
    change: withIpv6((n) => sendAllIpv6(n, addTransitGateway(n, ...privateSubnets))),
    target,
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['ipv6-no-egress', 'tgw-attachment-az-gap', 'path-blocked'],
    page: pages.transitGateway,
    uncertain: 'whether the attachment carries IPv6 and where the way goes on are out of sight',
  },
  {
    name: '::/0 to a transit gateway that is not attached in one zone',
    change: withIpv6((n) => sendAllIpv6(n, addTransitGateway(n, 'private-a', 'private-b'))),
    target,
    verdicts: { 'private-a': 'unknown', 'private-b': 'unknown', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'tgw-attachment-az-gap': 'error', 'egress-path-unverified': 'note' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    open: ['inconsistent-subnet-egress'],
    page: pages.transitGateway,
  },
  {
    name: '::/0 to a peering connection',
    change: withIpv6((n) => sendAllIpv6(n, addPeering(n))),
    ...blocked,
    speaks: { 'default-route-to-peering': 'error' },
    silent: ['ipv6-no-egress', 'egress-path-unverified', 'path-blocked'],
    page: pages.peering,
  },
  {
    name: '::/0 to a network interface',
    change: withIpv6((n) => {
      const { id, instanceId } = addNatInstance(n);
      sendAllIpv6(n, { kind: 'network-interface', id, instanceId });
    }),
    target,
    ...allThree('unknown'),
    speaks: {},
    silent: ['ipv6-no-egress', 'nat-instance-no-public-ip', 'nat-instance-not-running', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.natInstance,
    uncertain: 'AWS describes NAT instances for IPv4; what an appliance does with IPv6 is out of sight',
  },
  {
    name: 'a quarter of the internet over IPv6 to a peering connection',
    change: withIpv6((n) => n.addRoute('private-a', '2800::/5', addPeering(n))),
    target,
    ...firstOnly('partial'),
    speaks: { 'more-specific-route-diverts': 'error', ...uneven },
    silent: ['default-route-to-peering', 'ipv6-no-egress', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'less than 1 % of the internet over IPv6 to a peering connection',
    change: withIpv6((n) => n.addRoute('private-a', '2600::/12', addPeering(n))),
    ...reachable,
    exceptions: true,
    speaks: { 'more-specific-route-diverts': 'warning' },
    silent: ['default-route-to-peering', 'ipv6-no-egress', 'inconsistent-subnet-egress'],
    page: pages.routeTablePriority,
  },
  {
    name: "the VPC's own range and documentation ranges are no part of the internet over IPv6",
    change: withIpv6((n) => {
      n.vpc().ipv6Cidrs.push({ cidr: '2600:1f00::/24', state: 'associated', addressAttribute: 'public' });
      for (const table of n.all.routeTables)
        n.addRoute(table.name ?? '', '2600:1f00::/24', { kind: 'local' }, { origin: 'CreateRouteTable' });
      n.addRoute('private-a', '2001:db8:ffff::/48', { kind: 'none' }, { state: 'blackhole' });
    }),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['blackhole-route', 'more-specific-route-diverts'],
    page: pages.subnetRouteTables,
  },
];
