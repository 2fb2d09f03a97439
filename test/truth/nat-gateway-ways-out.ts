import { addTransitGateway } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');
const zones = ['a', 'b', 'c'];

/** The subnet that a NAT gateway stands in, and its way to the internet gateway. */
export const natGatewayWaysOut: readonly TruthRow[] = [
  {
    name: 'the public table has no default route',
    change: (n) => n.removeRoute('public'),
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    findings: 1,
    silent: ['no-internet-route', 'igw-not-attached', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the subnet of one NAT gateway is on the main table, which is local only',
    change: (n) => n.disassociate('public-a'),
    ...firstOnly('blocked'),
    speaks: { 'nat-gateway-no-igw-path': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a NAT gateway in the very subnet that it serves',
    change: (n) => {
      n.natGateway('nat-a').subnetId = n.subnet('private-a').id;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-gateway-no-igw-path': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'public-subnet-no-nat'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'all NAT gateways in the private subnets that they serve',
    change: (n) => {
      for (const zone of zones) n.natGateway(`nat-${zone}`).subnetId = n.subnet(`private-${zone}`).id;
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'inconsistent-subnet-egress', 'nat-gateway-cross-az'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: "the NAT gateway's subnet uses the function's own table",
    change: (n) => n.associate('public-a', 'private-a'),
    ...firstOnly('blocked'),
    speaks: { 'nat-gateway-no-igw-path': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'no-internet-route'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the public table leads to the internet gateway in two halves',
    change: (n) => {
      const { target } = n.route('public');
      n.removeRoute('public');
      n.addRoute('public', '0.0.0.0/1', target);
      n.addRoute('public', '128.0.0.0/1', target);
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['nat-gateway-no-igw-path'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a blackhole in the public table takes half of the internet',
    change: (n) => n.addRoute('public', '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' }),
    ...allThree('partial'),
    speaks: { 'blackhole-route': 'warning' },
    findings: 1,
    silent: ['inconsistent-subnet-egress', 'nat-gateway-no-igw-path', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'the public table leads to a transit gateway',
    change: (n) => {
      n.route('public').target = addTransitGateway(n, 'public-a', 'public-b', 'public-c');
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['nat-gateway-no-igw-path', 'tgw-attachment-az-gap', 'path-blocked'],
    page: pages.transitGateway,
    uncertain: 'the way goes on behind the transit gateway, out of sight',
  },
  {
    name: 'the public table leads to a firewall endpoint',
    change: (n) => {
      const id = 'vpce-0f1e2d3c4b5a69788';
      n.all.vpcEndpoints.push({
        id,
        name: 'firewall',
        vpcId: n.vpc().id,
        type: 'GatewayLoadBalancer',
        serviceName: null,
        state: 'available',
        routeTableIds: [],
        subnetIds: [n.subnet('public-a').id],
        networkInterfaceIds: [],
        securityGroupIds: [],
        privateDnsEnabled: false,
      });
      n.route('public').target = { kind: 'vpc-endpoint', id };
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['nat-gateway-no-igw-path', 'path-blocked', 'igw-not-attached'],
    page: pages.gatewayRouteTables,
    uncertain: 'what the firewall lets through is out of sight',
  },
];
