import { addDnsServer, turnOffDns, useDnsServers } from '../../support/dns.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, groupRule, setAclRules } from '../../support/resources.ts';
import { privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { reachable } from './outcomes.ts';

const off = 'vpc-dns-disabled';
const unreachable = 'custom-dns-unreachable';

const unreachableServer = (name: string, change: (n: Network) => void): TruthRow => ({
  name,
  change,
  ...allThree('reachable'),
  speaks: { [unreachable]: 'warning' },
  findings: 1,
  silent: [off, 'path-blocked', 'sg-egress-blocks-destination', 'nacl-blocks-return-traffic'],
  page: pages.dhcpOptions,
});

const onlyHttps = (n: Network): void => {
  n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
};

/** The servers that the DHCP option set of the VPC names; the internet is asked for, and its answer stays. */
export const dnsServers: readonly TruthRow[] = [
  unreachableServer('an own DNS server, and a group that lets out port 443 only', (n) => {
    addDnsServer(n);
    onlyHttps(n);
  }),
  unreachableServer('an own DNS server whose group lets nobody in', (n) => {
    addDnsServer(n);
    n.securityGroup('resolver').ingress = [];
  }),
  unreachableServer('an own DNS server, and a network ACL that lets replies in over TCP only', (n) => {
    addDnsServer(n);
    setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [1024, 65535]));
  }),
  unreachableServer('a DNS server of another network, to which only the NAT gateways lead', (n) =>
    useDnsServers(n, '192.168.1.53'),
  ),
  {
    name: 'an own DNS server that lets the function in',
    change: addDnsServer,
    ...reachable,
    silent: [unreachable, off],
    page: pages.dhcpOptions,
  },
  {
    name: "Amazon's resolver by its addresses in the DHCP option set needs no rule for port 53",
    change: (n) => {
      useDnsServers(n, '10.0.0.2', '169.254.169.253');
      onlyHttps(n);
    },
    ...reachable,
    silent: [unreachable, off, 'sg-egress-blocks-destination'],
    page: pages.dns,
  },
  {
    name: "Amazon's resolver needs no rule of the network ACL for port 53",
    change: (n) => {
      setAclRules(n, 'private', 'egress', aclRule(100, 'allow', '0.0.0.0/0', [443, 443]));
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [1024, 65535]));
    },
    ...reachable,
    silent: [unreachable, off, 'nacl-blocks-outbound'],
    page: pages.networkAcls,
  },
  {
    name: 'a DNS server behind a virtual private gateway, out of sight',
    change: (n) => {
      useDnsServers(n, '192.168.1.53');
      const gateway = { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' } as const;
      for (const table of privateSubnets) n.addRoute(table, '192.168.0.0/16', gateway);
    },
    ...reachable,
    silent: [unreachable, off],
    page: pages.dhcpOptions,
  },
  {
    name: 'an own DNS server, and DNS support of the VPC off',
    change: (n) => {
      addDnsServer(n);
      turnOffDns(n);
    },
    ...allThree('reachable'),
    speaks: { [off]: 'warning' },
    silent: [unreachable],
    page: pages.dnsAttributes,
  },
];
