import { addFirewallBeforeNat } from '../support/firewall.ts';
import { addIpv6, withIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { useRegionalNatGateway } from '../support/regional-nat-gateway.ts';
import { addPeering, shareVpc } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const target = 'internet6';
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const zones = ['a', 'b', 'c'];

const addFailedAddress = (n: Network): void => {
  const { addresses } = n.natGateway('nat-a');
  const [primary] = addresses;
  if (primary === undefined) throw new Error('nat-a has no address');
  addresses.push({
    ...primary,
    allocationId: 'eipalloc-00000000000000003',
    publicIp: null,
    isPrimary: false,
    status: 'failed',
    failureMessage: 'The Elastic IP address is in use',
  });
};

/** One network for each rule about the newer ways out, and one that a careless reading would confuse with it. */
export const engine: readonly TruthRow[] = [
  {
    name: 'a manual regional NAT gateway serves the zones of two subnets of three',
    change: (n) => {
      useRegionalNatGateway(n, 'manual', ['b', 'c']);
    },
    ...firstOnly('blocked'),
    speaks: { 'regional-nat-az-gap': 'error', ...uneven },
    silent: ['nat-address-failed', 'nat-gateway-no-igw-path', 'nat-gateway-cross-az', 'path-blocked'],
    page: pages.regionalNatGateways,
    inferred: 'Reachability Analyzer has a code for a zone in which a regional NAT gateway is not registered',
  },
  {
    name: 'a regional NAT gateway with an address in each zone',
    change: (n) => {
      useRegionalNatGateway(n, 'manual');
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['regional-nat-az-gap', 'nat-gateway-no-igw-path', 'nat-gateway-cross-az'],
    page: pages.regionalNatGateways,
  },
  {
    name: 'the only address of a NAT gateway failed, and the internet was asked for',
    change: (n) => {
      for (const address of n.natGateway('nat-a').addresses) {
        address.status = 'failed';
        address.publicIp = null;
        address.failureMessage = 'The Elastic IP address is in use';
      }
    },
    asked: 'to',
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'regional-nat-az-gap'],
    page: pages.natGatewayAddress,
  },
  {
    name: 'one address of a NAT gateway failed beside the primary one',
    change: addFailedAddress,
    ...allThree('reachable'),
    speaks: { 'nat-address-failed': 'warning' },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    page: pages.natGatewayAddress,
  },
  {
    name: 'IPv6 everywhere but in the configuration of the function',
    change: withIpv6((n) => {
      n.network().ipv6AllowedForDualStack = false;
    }),
    target,
    ...allThree('blocked'),
    speaks: { 'ipv6-flag-off-with-ipv6-egress': 'error' },
    silent: ['ipv6-no-egress', 'ipv6-subnet-not-dual-stack', 'path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'IPv6 from end to end',
    change: addIpv6,
    target,
    ...allThree('reachable'),
    speaks: {},
    silent: [
      'ipv6-flag-off-with-ipv6-egress',
      'ipv6-no-egress',
      'ipv6-subnet-not-dual-stack',
      'ipv6-only-egress',
      'dns64-without-nat64-route',
      'nat-address-failed',
    ],
    page: pages.egressOnlyInternetGateway,
  },
  {
    name: 'a subnet that has IPv4 only beside two dual-stack ones',
    change: withIpv6((n) => {
      n.subnet('private-a').ipv6Cidrs = [];
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'ipv6-subnet-not-dual-stack': 'error', ...uneven },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'tables of dual-stack subnets that send only IPv4 out',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`, '::/0');
    }),
    target,
    ...allThree('blocked'),
    speaks: { 'ipv6-no-egress': 'error' },
    silent: ['no-internet-route', 'ipv6-flag-off-with-ipv6-egress', 'path-blocked'],
    page: pages.egressOnlyInternetGateway,
  },
  {
    name: 'tables of dual-stack subnets that send only IPv6 out',
    change: withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`);
    }),
    target,
    alongside: { target: 'internet', verdict: 'blocked' },
    ...allThree('reachable'),
    speaks: { 'ipv6-only-egress': 'warning', 'no-internet-route': 'error' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'DNS64 on, and its addresses go to the egress-only internet gateway',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
    }),
    target,
    ...allThree('reachable'),
    speaks: { 'dns64-without-nat64-route': 'warning' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.nat64,
  },
  {
    name: 'a quarter of the public addresses go to a peer while the rest works',
    change: (n) => n.addRoute('private-a', '128.0.0.0/2', addPeering(n)),
    ...firstOnly('partial'),
    speaks: { 'more-specific-route-diverts': 'warning', ...uneven },
    silent: ['default-route-to-peering', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a range of the peer goes to the peer and no public address does',
    change: (n) => n.addRoute('private-a', '10.1.0.0/16', addPeering(n)),
    ...allThree('reachable'),
    speaks: {},
    silent: ['more-specific-route-diverts', 'default-route-to-peering'],
    page: pages.peering,
  },
  {
    name: 'a shared VPC whose NAT gateways only its owner sees',
    change: (n) => {
      shareVpc(n);
      n.all.natGateways.length = 0;
    },
    ...allThree('unknown'),
    speaks: { 'shared-vpc-limited-visibility': 'note' },
    silent: ['nat-gateway-not-available', 'egress-path-unverified', 'missing-permission', 'path-blocked'],
    page: pages.vpcSharingPermissions,
    uncertain: 'only the owner of the VPC can describe its NAT gateways',
  },
  {
    name: 'a shared VPC of which the participant sees all',
    change: shareVpc,
    ...allThree('reachable'),
    speaks: {},
    silent: ['shared-vpc-limited-visibility', 'egress-path-unverified'],
    page: pages.vpcSharing,
  },
  {
    name: 'a public subnet whose interface of Lambda carries a public address',
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      for (const address of n.networkInterface('10.0.11.57').privateIpAddresses) address.publicIp = '203.0.113.98';
    },
    ...firstOnly('unknown'),
    speaks: { 'eip-on-lambda-interface': 'warning', ...uneven },
    silent: ['public-subnet-no-nat', 'egress-path-unverified', 'path-blocked'],
    page: pages.lambdaVpc,
    uncertain: 'Lambda may replace the interface at any time, and the next one has no public address',
  },
  {
    name: 'a public address on an interface of Lambda in a subnet that goes out by a NAT gateway',
    change: (n) => {
      for (const address of n.networkInterface('10.0.11.57').privateIpAddresses) address.publicIp = '203.0.113.98';
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['eip-on-lambda-interface', 'public-subnet-no-nat'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a VPC that enforces encryption',
    change: (n) => {
      n.vpc().encryptionControlMode = 'enforce';
    },
    asked: 'to',
    ...allThree('unknown'),
    speaks: { 'vpc-encryption-control-blocks': 'warning' },
    silent: ['path-blocked', 'egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.encryptionControls,
    uncertain: 'the answer does not show which resources are excluded from enforcement',
  },
  {
    name: 'the NAT gateway answers past the firewall endpoint that the requests take',
    change: (n) => {
      addFirewallBeforeNat(n);
      n.removeRoute('public', '10.0.11.0/24');
    },
    ...firstOnly('unknown'),
    speaks: { 'firewall-return-asymmetric': 'warning', ...uneven },
    silent: ['path-blocked', 'vpc-encryption-control-blocks'],
    open: ['egress-path-unverified'],
    page: pages.gatewayRouteTables,
    uncertain: 'whether the firewall drops what it sees in one direction only is out of sight',
  },
];
