import type { Network } from '../../support/network.ts';
import { regionalTable, useRegionalNatGateway } from '../../support/regional-nat-gateway.ts';
import { setAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const page = pages.regionalNatGateways;
const blocked = allThree('blocked');
const reachable = allThree('reachable');

const lastOnly = (verdict: 'blocked' | 'unknown') => ({
  verdicts: { 'private-a': 'reachable', 'private-b': 'reachable', 'private-c': verdict } as const,
  verdict: verdict === 'unknown' ? ('unknown' as const) : ('partial' as const),
});

/** What a reader says who knows NAT gateways only as they were before: one zone, one subnet. */
const zonalThinking = [
  'nat-gateway-no-igw-path',
  'nat-gateway-cross-az',
  'nat-subnet-nacl-blocks',
  'path-blocked',
  'public-subnet-no-nat',
];

/** That nobody documents a network ACL for a regional NAT gateway may be remarked. */
const mayRemark = ['egress-path-unverified'];

const setBlockMode = (n: Network, mode: 'block-bidirectional' | 'block-ingress'): void => {
  for (const options of n.all.vpcBlockPublicAccessOptions) {
    options.mode = mode;
    options.state = 'update-complete';
  }
  n.vpc().internetGatewayBlockMode = mode;
  for (const subnet of n.all.subnets) subnet.internetGatewayBlockMode = mode;
};

/** One NAT gateway for the whole VPC: no host subnet, a route table of its own, zones that it covers. */
export const regionalNatGateways: readonly TruthRow[] = [
  {
    name: 'one regional NAT gateway for three zones',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
    },
    ...reachable,
    shares: { 'private-a': [1, 1], 'private-b': [1, 1], 'private-c': [1, 1] },
    exceptions: false,
    speaks: {},
    silent: [...zonalThinking, 'regional-nat-az-gap', 'nat-address-failed'],
    open: mayRemark,
    page,
  },
  {
    name: 'a regional NAT gateway needs no public subnet',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.removeRoute('public');
    },
    ...reachable,
    speaks: {},
    silent: zonalThinking,
    open: mayRemark,
    page,
  },
  {
    name: 'network ACLs of subnets in which a regional NAT gateway does not stand',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      setAclRules(n, 'public', 'ingress');
      setAclRules(n, 'public', 'egress');
    },
    ...reachable,
    speaks: {},
    silent: zonalThinking,
    open: mayRemark,
    page,
  },
  {
    name: 'a regional NAT gateway in whose description a subnet stands anyway, the very subnet that it serves',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').subnetId = n.subnet('private-a').id;
    },
    ...reachable,
    speaks: {},
    silent: zonalThinking,
    open: mayRemark,
    page,
  },
  {
    name: 'a manual regional NAT gateway that covers all three zones',
    change: (n) => {
      useRegionalNatGateway(n, 'manual');
    },
    ...reachable,
    speaks: {},
    silent: [...zonalThinking, 'regional-nat-az-gap'],
    open: mayRemark,
    page,
  },
  {
    name: 'a manual regional NAT gateway that does not cover one zone',
    change: (n) => {
      useRegionalNatGateway(n, 'manual', ['a', 'b']);
    },
    ...lastOnly('blocked'),
    speaks: { 'regional-nat-az-gap': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: [...zonalThinking, 'nat-gateway-not-available'],
    open: mayRemark,
    page,
    inferred:
      'in manual mode the owner chooses the zones, and Reachability Analyzer has a code for a regional NAT gateway that is not registered in the zone where the traffic starts',
  },
  {
    name: 'an automatic regional NAT gateway that has not grown into one zone yet',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic', ['a', 'b']);
    },
    ...reachable,
    speaks: { 'regional-nat-az-gap': 'note' },
    silent: [...zonalThinking, 'inconsistent-subnet-egress'],
    open: mayRemark,
    page,
  },
  {
    name: 'a regional NAT gateway whose mode is not said and that does not cover one zone',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic', ['a', 'b']).autoProvisionZones = null;
    },
    ...lastOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    silent: zonalThinking,
    open: [...mayRemark, 'regional-nat-az-gap'],
    page,
    uncertain:
      'in automatic mode other zones serve meanwhile, in manual mode none does, and the answer does not say which',
  },
  {
    name: 'the address of a manual regional NAT gateway failed in one zone',
    change: (n) => {
      for (const address of useRegionalNatGateway(n, 'manual').addresses)
        if (address.availabilityZoneId === 'euw1-az3') {
          address.status = 'failed';
          address.publicIp = null;
          address.failureMessage = 'The allocation ID does not exist';
        }
    },
    ...lastOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: [...zonalThinking, 'regional-nat-az-gap'],
    open: mayRemark,
    page,
    inferred: 'in manual mode a zone has the addresses that the owner gave it, and its only one failed',
  },
  {
    name: 'the address of a manual regional NAT gateway is being associated in one zone',
    change: (n) => {
      for (const address of useRegionalNatGateway(n, 'manual').addresses)
        if (address.availabilityZoneId === 'euw1-az3') address.status = 'associating';
    },
    ...lastOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    silent: [...zonalThinking, 'nat-gateway-not-available'],
    open: [...mayRemark, 'regional-nat-az-gap', 'nat-address-failed'],
    page,
    uncertain: 'the other zones have their own addresses, and the association can still fail',
  },
  {
    name: 'the address of a manual regional NAT gateway has no public address in one zone',
    change: (n) => {
      for (const address of useRegionalNatGateway(n, 'manual').addresses)
        if (address.availabilityZoneId === 'euw1-az3') address.publicIp = null;
    },
    ...lastOnly('blocked'),
    speaks: { 'regional-nat-az-gap': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: [...zonalThinking, 'nat-gateway-not-available'],
    open: mayRemark,
    page,
    inferred: 'the internet gateway has no public address to put in the place of a private one',
  },
  {
    name: "the regional NAT gateway's own table lost its route to the internet gateway",
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.removeRoute(regionalTable);
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    findings: 1,
    silent: ['no-internet-route', 'path-blocked', 'inconsistent-subnet-egress', 'igw-not-attached'],
    page,
  },
  {
    name: "half of the internet is a blackhole in the regional NAT gateway's own table",
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.addRoute(regionalTable, '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' });
    },
    ...allThree('partial'),
    speaks: { 'blackhole-route': 'warning' },
    silent: [...zonalThinking, 'more-specific-route-diverts'],
    open: mayRemark,
    page: pages.routeTablePriority,
  },
  {
    name: "the regional NAT gateway's own table is not in the answer of AWS",
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.remove(n.routeTable(regionalTable));
    },
    ...allThree('unknown'),
    speaks: {},
    silent: [...zonalThinking, 'no-internet-route', 'missing-permission'],
    open: mayRemark,
    page,
    uncertain: 'what stands in a table that is not seen is open',
  },
  {
    name: 'a regional NAT gateway whose description leaves its own table out',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').routeTableId = null;
    },
    ...allThree('unknown'),
    speaks: {},
    silent: [...zonalThinking, 'no-internet-route', 'missing-permission'],
    open: mayRemark,
    page,
    uncertain: 'which table it uses is open',
  },
  {
    name: 'a regional NAT gateway that is pending',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').state = 'pending';
    },
    ...allThree('unknown'),
    speaks: { 'nat-gateway-not-available': 'warning' },
    silent: [...zonalThinking, 'regional-nat-az-gap'],
    page: pages.natGatewayState,
    uncertain: 'a pending NAT gateway is not ready to process traffic yet, and whether it will be is open',
  },
  {
    name: 'a regional NAT gateway that is being deleted may still forward',
    change: (n) => {
      useRegionalNatGateway(n, 'manual').state = 'deleting';
    },
    ...allThree('unknown'),
    speaks: { 'nat-gateway-not-available': 'warning' },
    silent: [...zonalThinking, 'regional-nat-az-gap'],
    page: pages.natGatewayState,
    uncertain: 'AWS: it may still be processing traffic',
  },
  {
    name: 'a regional NAT gateway that is being deleted and never covered one zone',
    change: (n) => {
      useRegionalNatGateway(n, 'manual', ['a', 'b']).state = 'deleting';
    },
    verdicts: { 'private-a': 'unknown', 'private-b': 'unknown', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'nat-gateway-not-available': 'warning', 'regional-nat-az-gap': 'error' },
    silent: zonalThinking,
    open: [...mayRemark, 'inconsistent-subnet-egress'],
    page,
    inferred: 'whatever becomes of the NAT gateway, the zone without an address stays without one',
  },
  {
    name: 'a regional NAT gateway that failed',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').state = 'failed';
    },
    ...blocked,
    speaks: { 'nat-gateway-not-available': 'error' },
    findings: 1,
    silent: [...zonalThinking, 'regional-nat-az-gap', 'nat-address-failed'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a regional NAT gateway and a detached internet gateway',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.internetGateway().attachments = [];
    },
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    silent: [...zonalThinking, 'blackhole-route'],
    page: pages.internetGateway,
  },
  {
    name: 'block-bidirectional stops a regional NAT gateway',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      setBlockMode(n, 'block-bidirectional');
    },
    ...blocked,
    speaks: { 'bpa-blocks-egress': 'error' },
    silent: [...zonalThinking, 'igw-not-attached'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'block-ingress lets a regional NAT gateway work',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      setBlockMode(n, 'block-ingress');
    },
    ...reachable,
    speaks: {},
    silent: [...zonalThinking, 'bpa-blocks-egress'],
    open: mayRemark,
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'a proxy appliance on a regional NAT gateway',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').appliances.push('network-firewall-proxy');
    },
    ...allThree('unknown'),
    speaks: {},
    silent: [...zonalThinking, 'nat-gateway-not-available'],
    open: mayRemark,
    page: pages.natGatewayState,
    uncertain: 'what the proxy lets through is out of sight',
  },
  {
    name: "a regional NAT gateway behind a network ACL of the function's subnets that lets no reply in",
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      setAclRules(n, 'private', 'ingress');
    },
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: zonalThinking,
    open: mayRemark,
    page: pages.lambdaTroubleshooting,
  },
];
