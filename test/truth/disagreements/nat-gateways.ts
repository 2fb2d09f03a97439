import { useRegionalNatGateway } from '../../support/regional-nat-gateway.ts';
import { addPrefixList, addTransitGateway } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const blocked = allThree('blocked');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

/** Networks about NAT gateways on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const natGatewayDisagreements: readonly TruthRow[] = [
  {
    name: 'an available NAT gateway of which no address is shown',
    change: (n) => {
      n.natGateway('nat-a').addresses = [];
    },
    ...firstOnly('unknown'),
    speaks: { 'egress-path-unverified': 'note', ...uneven },
    silent: ['nat-address-failed', 'path-blocked'],
    page: pages.natGatewayAddress,
    uncertain: 'a public NAT gateway sends from its primary address, and none is shown',
  },
  {
    name: 'a private NAT gateway whose own subnet has a route to the internet gateway in the undocumented state filtered',
    change: (n) => {
      n.natGateway('nat-a').connectivityType = 'private';
      n.route('public').state = 'filtered';
    },
    ...allThree('unknown'),
    speaks: { 'blackhole-route': 'warning' },
    silent: ['private-nat-used-for-internet', 'path-blocked'],
    page: pages.route,
    uncertain: 'AWS does not say what the route state filtered does',
  },
  {
    name: 'a NAT gateway whose address is being associated, in a subnet without a way out',
    change: (n) => {
      for (const address of n.natGateway('nat-a').addresses) address.status = 'associating';
      n.removeRoute('public');
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a NAT gateway with a proxy appliance, in a subnet without a way out',
    change: (n) => {
      n.natGateway('nat-a').appliances.push('network-firewall-proxy');
      n.removeRoute('public');
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a public NAT gateway that has no public address',
    change: (n) => {
      for (const address of n.natGateway('nat-a').addresses) address.publicIp = null;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'private-nat-used-for-internet'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a NAT gateway that has no public address and does not say whether it should have one',
    change: (n) => {
      n.natGateway('nat-a').connectivityType = null;
      for (const address of n.natGateway('nat-a').addresses) address.publicIp = null;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'private-nat-used-for-internet'],
    page: pages.natGateway,
  },
  {
    name: 'a regional NAT gateway whose addresses are being associated, in a VPC without an internet gateway',
    change: (n) => {
      for (const address of useRegionalNatGateway(n, 'automatic').addresses) address.status = 'associating';
      n.internetGateway().attachments = [];
    },
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    silent: ['path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'a regional NAT gateway in automatic mode that shows no address',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').addresses = [];
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked', 'nat-gateway-no-igw-path'],
    open: ['egress-path-unverified', 'regional-nat-az-gap'],
    page: pages.regionalNatGateways,
    uncertain: 'an available NAT gateway has addresses, so the answer of AWS is incomplete',
  },
  {
    name: 'a private NAT gateway with two prefix lists of the same length, to an internet gateway and to a transit gateway that is not attached in the zone',
    change: (n) => {
      n.natGateway('nat-a').connectivityType = 'private';
      n.associate('public-a', 'main');
      n.addRoute('main', addPrefixList(n, 'one', ['0.0.0.0/0']), { ...n.route('public').target });
      n.addRoute('main', addPrefixList(n, 'other', ['0.0.0.0/0']), addTransitGateway(n, 'public-b'));
    },
    ...firstOnly('blocked'),
    speaks: { 'private-nat-used-for-internet': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified'],
    open: ['tgw-attachment-az-gap'],
    page: pages.natGateway,
  },
  {
    name: 'a regional NAT gateway in manual mode without a public address anywhere, for subnets whose zones may not be read',
    change: (n) => {
      for (const address of useRegionalNatGateway(n, 'manual').addresses) address.publicIp = null;
      n.deny('subnets');
    },
    ...blocked,
    speaks: { 'nat-address-failed': 'error', 'missing-permission': 'note' },
    silent: ['path-blocked', 'regional-nat-az-gap'],
    page: pages.regionalNatGateways,
  },
  {
    name: 'a NAT gateway whose only address failed and whose subnet is not shown',
    change: (n) => {
      n.natGateway('nat-a').subnetId = null;
      for (const address of n.natGateway('nat-a').addresses) address.status = 'failed';
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.natGatewayAddress,
  },
];
