import { addEdgeTable, addFirewallEndpoint } from '../../support/firewall.ts';
import { ipv6AclRule, sendAllIpv6, setIpv6AclRules, withIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const target = 'internet6';
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

/** ::/0 straight to the internet gateway, which has a table of its own for what comes in. */
const throughEdge = (n: Network): void => {
  sendAllIpv6(n, { kind: 'internet-gateway', id: n.internetGateway().id });
  addEdgeTable(n);
  n.addRoute('edge', '2001:db8:1234:1a00::/56', { kind: 'local' }, { origin: 'CreateRouteTable' });
};

/** ::/0 to a firewall in the public subnets, whose network ACL denies some of the function's addresses. */
const firewallDenies = (cidr: string) =>
  withIpv6((n) => {
    sendAllIpv6(n, addFirewallEndpoint(n, 'public-a').target);
    setIpv6AclRules(
      n,
      'public',
      'ingress',
      ipv6AclRule(90, 'deny', cidr, 'all'),
      ipv6AclRule(101, 'allow', '::/0', 'all'),
    );
  });

/** Networks about which random IPv6 packets and the engine disagreed. Each was decided from the AWS pages. */
export const ipv6Packets: readonly TruthRow[] = [
  {
    name: 'the gateway (edge) route table drops the IPv6 replies to one subnet of the function',
    change: withIpv6((n) => {
      throughEdge(n);
      n.addRoute('edge', '2001:db8:1234:1a11::/64', { kind: 'none' }, { state: 'blackhole' });
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.gatewayRouteTables,
  },
  {
    name: 'the gateway (edge) route table sends the IPv6 replies to one subnet of the function to an appliance',
    change: withIpv6((n) => {
      throughEdge(n);
      n.addRoute('edge', '2001:db8:1234:1a11::/64', addFirewallEndpoint(n, 'public-b').target);
    }),
    target,
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['ipv6-no-egress', 'path-blocked'],
    open: ['egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.gatewayRouteTables,
    uncertain: 'what the appliance does with replies to requests that it never saw is out of sight',
  },
  {
    name: 'the gateway (edge) route table steers IPv4 replies only',
    change: withIpv6((n) => {
      throughEdge(n);
      n.addRoute('edge', '10.0.11.0/24', { kind: 'none' }, { state: 'blackhole' });
    }),
    target,
    ...allThree('reachable'),
    speaks: {},
    silent: ['blackhole-route', 'ipv6-no-egress', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.gatewayRouteTables,
  },
  {
    name: 'the IPv6 range of one subnet is in a state that AWS may add',
    change: withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.state = 'unknown:moving';
    }),
    target,
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['ipv6-no-egress', 'path-blocked'],
    open: ['ipv6-subnet-not-dual-stack', 'egress-path-unverified'],
    page: pages.subnetIpv6Association,
    uncertain: 'a state that is not documented says nothing',
  },
  {
    name: 'the IPv6 range of one subnet is neither public nor private but what AWS may add',
    change: withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.addressAttribute = 'unknown:reserved';
    }),
    target,
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['ipv6-no-egress', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.subnetIpv6Association,
    uncertain: 'an attribute that is not documented says nothing',
  },
  {
    name: "a firewall's network ACL keeps out only IPv6 addresses that AWS reserves in the subnet",
    change: firewallDenies('2001:db8:1234:1a11::/126'),
    target,
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    uncertain: "the firewall's policy is out of sight",
  },
  {
    name: "a firewall's network ACL keeps out half of one subnet of the function over IPv6",
    change: firewallDenies('2001:db8:1234:1a11::/65'),
    target,
    verdicts: { 'private-a': 'partial', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'nat-subnet-nacl-blocks': 'error', 'egress-path-unverified': 'note' },
    silent: ['ipv6-no-egress'],
    open: ['inconsistent-subnet-egress', 'path-blocked'],
    page: pages.networkAcls,
  },
];
