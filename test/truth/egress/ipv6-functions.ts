import { addIpv6, withIpv6 } from '../../support/ipv6.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const target = 'internet6';
const blocked = { target, ...allThree('blocked') } as const;
const reachable = { target, ...allThree('reachable') } as const;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const page = pages.lambdaVpc;
const zones = ['a', 'b', 'c'];

/** Whether the function has an IPv6 address at all, and what is left of the internet if only one family works. */
export const ipv6Functions: readonly TruthRow[] = [
  {
    name: 'dual-stack subnets with a way out, and a function that may not use IPv6',
    change: withIpv6((n) => {
      n.network().ipv6AllowedForDualStack = false;
    }),
    ...blocked,
    speaks: { 'ipv6-flag-off-with-ipv6-egress': 'error' },
    findings: 1,
    silent: ['ipv6-no-egress', 'ipv6-subnet-not-dual-stack', 'path-blocked'],
    page,
  },
  {
    name: 'a function that may not use IPv6, and nobody asked for it',
    change: withIpv6((n) => {
      n.network().ipv6AllowedForDualStack = false;
      for (const subnet of n.all.subnets) subnet.enableDns64 = true;
    }),
    ...allThree('reachable'),
    speaks: {},
    silent: [
      'ipv6-flag-off-with-ipv6-egress',
      'ipv6-no-egress',
      'ipv6-subnet-not-dual-stack',
      'ipv6-only-egress',
      'dns64-without-nat64-route',
    ],
    page,
  },
  {
    name: 'a function that may not use IPv6, in subnets without a way out over IPv6',
    change: withIpv6((n) => {
      n.network().ipv6AllowedForDualStack = false;
      for (const zone of zones) n.removeRoute(`private-${zone}`, '::/0');
    }),
    ...blocked,
    speaks: { 'ipv6-no-egress': 'error' },
    silent: ['ipv6-flag-off-with-ipv6-egress', 'ipv6-subnet-not-dual-stack', 'path-blocked'],
    page,
  },
  {
    name: 'IPv6 asked of a network that has none',
    change: null,
    ...blocked,
    speaks: { 'ipv6-no-egress': 'error' },
    silent: ['ipv6-flag-off-with-ipv6-egress', 'ipv6-subnet-not-dual-stack', 'path-blocked', 'no-internet-route'],
    page,
  },
  {
    name: 'one subnet has no IPv6 range',
    change: withIpv6((n) => {
      n.subnet('private-a').ipv6Cidrs = [];
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'ipv6-subnet-not-dual-stack': 'error', ...uneven },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page,
  },
  {
    name: 'one subnet has no IPv6 range, and nobody asked for IPv6',
    change: withIpv6((n) => {
      n.subnet('private-a').ipv6Cidrs = [];
    }),
    ...allThree('reachable'),
    speaks: {},
    silent: ['ipv6-subnet-not-dual-stack', 'ipv6-no-egress'],
    page,
  },
  {
    name: 'the IPv6 range of one subnet is disassociated',
    change: withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.state = 'disassociated';
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'ipv6-subnet-not-dual-stack': 'error', ...uneven },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.subnetIpv6Association,
  },
  {
    name: 'the IPv6 range of one subnet is still being associated',
    change: withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.state = 'associating';
    }),
    target,
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['ipv6-no-egress', 'path-blocked'],
    open: ['ipv6-subnet-not-dual-stack', 'egress-path-unverified'],
    page: pages.subnetIpv6Association,
    uncertain: 'the range may be there a moment later, and may fail',
  },
  {
    name: 'one subnet is IPv6-only, which functions cannot use',
    change: withIpv6((n) => {
      n.subnet('private-a').cidr = null;
      n.subnet('private-a').ipv6Native = true;
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'ipv6-subnet-not-dual-stack': 'error', ...uneven },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page,
  },
  {
    name: 'private IPv6 ranges are never advertised to the internet',
    change: withIpv6((n) => {
      for (const zone of zones)
        for (const range of n.subnet(`private-${zone}`).ipv6Cidrs) range.addressAttribute = 'private';
    }),
    ...blocked,
    speaks: { 'ipv6-no-egress': 'error' },
    silent: ['ipv6-subnet-not-dual-stack', 'path-blocked'],
    page: pages.subnetIpv6Association,
  },
  {
    name: 'a private IPv6 range in one subnet only',
    change: withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.addressAttribute = 'private';
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'ipv6-no-egress': 'error', ...uneven },
    silent: ['ipv6-subnet-not-dual-stack', 'path-blocked'],
    page: pages.subnetIpv6Association,
  },
  {
    name: 'IPv4 has no way out and IPv6 has, both asked',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`);
    }),
    ...reachable,
    alongside: { target: 'internet', verdict: 'blocked' },
    speaks: { 'no-internet-route': 'error', 'ipv6-only-egress': 'warning' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page,
  },
  {
    name: 'IPv4 has no way out and IPv6 has, nobody asked for IPv6',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`);
    }),
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'warning' },
    silent: ['ipv6-only-egress', 'ipv6-no-egress', 'path-blocked'],
    page,
  },
  {
    name: 'neither family has a way out, both asked',
    change: withIpv6((n) => {
      for (const zone of zones) {
        n.removeRoute(`private-${zone}`);
        n.removeRoute(`private-${zone}`, '::/0');
      }
    }),
    ...blocked,
    alongside: { target: 'internet', verdict: 'blocked' },
    speaks: { 'no-internet-route': 'error', 'ipv6-no-egress': 'error' },
    silent: ['ipv6-only-egress', 'path-blocked'],
    page,
  },
  {
    name: 'IPv4 has no way out, IPv6 would have, and the function may not use it, both asked',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`);
      n.network().ipv6AllowedForDualStack = false;
    }),
    ...blocked,
    alongside: { target: 'internet', verdict: 'blocked' },
    speaks: { 'no-internet-route': 'error', 'ipv6-flag-off-with-ipv6-egress': 'error' },
    silent: ['ipv6-only-egress', 'ipv6-no-egress', 'path-blocked'],
    page,
  },
  {
    name: 'DNS64 without a route for the addresses that it makes up',
    change: withIpv6((n) => {
      for (const subnet of n.all.subnets) subnet.enableDns64 = true;
    }),
    ...reachable,
    speaks: { 'dns64-without-nat64-route': 'warning' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.nat64,
  },
  {
    name: 'DNS64 with a route for the addresses that it makes up to a NAT gateway',
    change: withIpv6((n) => {
      for (const zone of zones) {
        n.subnet(`private-${zone}`).enableDns64 = true;
        n.addRoute(`private-${zone}`, '64:ff9b::/96', { kind: 'nat-gateway', id: n.natGateway(`nat-${zone}`).id });
      }
    }),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['dns64-without-nat64-route', 'more-specific-route-diverts', 'ipv6-no-egress'],
    page: pages.nat64,
  },
  {
    name: 'DNS64 in subnets that the function does not use',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`public-${zone}`).enableDns64 = true;
    }),
    ...reachable,
    speaks: {},
    silent: ['dns64-without-nat64-route'],
    page: pages.nat64,
  },
  {
    name: 'a function that is not in a VPC has no way out over IPv6',
    change: (n) => {
      addIpv6(n);
      n.function().network = { kind: 'none' };
    },
    target,
    verdicts: {},
    verdict: 'blocked',
    speaks: { 'not-in-vpc': 'note', 'ipv6-no-egress': 'error' },
    silent: ['ipv6-flag-off-with-ipv6-egress', 'path-blocked'],
    page,
  },
];
