import { addTransitGateway } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');
const zones = ['a', 'b', 'c'];

/** NAT gateways: their state, the subnet they stand in, and its way to the internet gateway. */
export const natGateways: readonly TruthRow[] = [
  {
    name: 'a deleted NAT gateway that is still listed, its route still active',
    change: (n) => {
      n.natGateway('nat-a').state = 'deleted';
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-gateway-not-available': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['blackhole-route', 'nat-gateway-no-igw-path', 'path-blocked'],
    page: pages.natGatewayState,
  },
  {
    name: 'all NAT gateways failed',
    change: (n) => {
      for (const zone of zones) {
        n.natGateway(`nat-${zone}`).state = 'failed';
        n.natGateway(`nat-${zone}`).failureCode = 'Gateway.NotAttached';
      }
    },
    ...blocked,
    speaks: { 'nat-gateway-not-available': 'error' },
    silent: ['igw-not-attached', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'all NAT gateways failed and the internet gateway is detached',
    change: (n) => {
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'failed';
      n.internetGateway().attachments = [];
    },
    ...blocked,
    speaks: { 'nat-gateway-not-available': 'error' },
    silent: ['igw-not-attached', 'nat-gateway-no-igw-path'],
    also: ['nat-gateway-not-available'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'all NAT gateways pending',
    change: (n) => {
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'pending';
    },
    ...allThree('unknown'),
    speaks: { 'nat-gateway-not-available': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.natGatewayState,
    uncertain: 'a pending NAT gateway is not ready to process traffic yet, and whether it will be is open',
  },
  {
    name: 'a NAT gateway being deleted may still forward',
    change: (n) => {
      n.natGateway('nat-a').state = 'deleting';
    },
    ...firstOnly('unknown'),
    speaks: { 'nat-gateway-not-available': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'blackhole-route'],
    page: pages.natGatewayState,
    uncertain: 'AWS: it may still be processing traffic',
  },
  {
    name: 'a NAT gateway state that this version does not know',
    change: (n) => {
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'unknown:updating';
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked'],
    open: ['nat-gateway-not-available', 'egress-path-unverified'],
    page: pages.natGatewayState,
    uncertain: 'nothing is known of the state',
  },
  {
    name: 'a NAT gateway of the own VPC that no longer exists, its route still active',
    change: (n) => n.remove(n.natGateway('nat-a')),
    ...firstOnly('blocked'),
    speaks: { 'nat-gateway-not-available': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'no-internet-route'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a participant of a shared VPC cannot see the NAT gateways of the owner',
    change: (n) => {
      n.vpc().ownerId = '210987654321';
      for (const subnet of n.all.subnets) subnet.ownerId = '210987654321';
      n.all.natGateways.length = 0;
      n.all.vpcEndpoints.length = 0;
      for (const address of ['10.0.1.25', '10.0.2.25', '10.0.3.25']) n.remove(n.networkInterface(address));
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['nat-gateway-not-available', 'path-blocked', 'missing-permission', 'nat-gateway-cross-az'],
    open: ['egress-path-unverified'],
    page: pages.vpcSharing,
    uncertain: 'only the owner of the VPC can describe its NAT gateways',
  },
  {
    name: 'a NAT gateway that was deleted and that no route uses',
    change: (n) => {
      n.all.natGateways.push({ ...n.natGateway('nat-a'), id: 'nat-00000000000000001', name: 'old', state: 'deleted' });
    },
    ...reachable,
    speaks: {},
    silent: ['nat-gateway-not-available'],
    page: pages.natGateway,
  },
  {
    name: 'a private NAT gateway in front of an internet gateway',
    change: (n) => {
      n.natGateway('nat-a').connectivityType = 'private';
      for (const address of n.natGateway('nat-a').addresses) {
        address.publicIp = null;
        address.allocationId = null;
      }
    },
    ...firstOnly('blocked'),
    speaks: { 'private-nat-used-for-internet': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'nat-gateway-no-igw-path'],
    page: pages.natGateway,
  },
  {
    name: 'the public table has no default route',
    change: (n) => n.removeRoute('public'),
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
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
  {
    name: 'one zone uses the NAT gateway of another',
    change: (n) => {
      n.route('private-b').target = n.route('private-a').target;
    },
    ...reachable,
    speaks: { 'nat-gateway-cross-az': 'note' },
    silent: ['inconsistent-subnet-egress', 'single-az'],
    page: pages.natGatewayBasics,
  },
  {
    name: 'one NAT gateway for three zones',
    change: (n) => {
      for (const zone of ['b', 'c']) n.route(`private-${zone}`).target = n.route('private-a').target;
    },
    ...reachable,
    speaks: { 'nat-gateway-cross-az': 'note' },
    silent: ['single-az', 'inconsistent-subnet-egress'],
    page: pages.natGatewayBasics,
  },
  {
    name: 'one regional NAT gateway for three zones',
    change: (n) => {
      const nat = n.natGateway('nat-a');
      nat.availabilityMode = 'regional';
      nat.autoProvisionZones = 'enabled';
      nat.subnetId = null;
      nat.routeTableId = n.routeTable('public').id;
      for (const zone of ['b', 'c']) n.route(`private-${zone}`).target = n.route('private-a').target;
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['nat-gateway-no-igw-path', 'nat-gateway-cross-az', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.regionalNatGateways,
    uncertain: 'AWS does not say whether a network ACL applies to a regional NAT gateway',
  },
  {
    name: 'a proxy appliance on the NAT gateways',
    change: (n) => {
      for (const zone of zones) n.natGateway(`nat-${zone}`).appliances.push('network-firewall-proxy');
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked', 'nat-gateway-not-available'],
    open: ['egress-path-unverified'],
    page: pages.natGatewayState,
    uncertain: 'what the proxy lets through is out of sight',
  },
  {
    name: 'the only address of a NAT gateway failed',
    change: (n) => {
      for (const address of n.natGateway('nat-a').addresses) {
        address.status = 'failed';
        address.publicIp = null;
        address.failureMessage = 'The allocation ID does not exist';
      }
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['nat-gateway-no-igw-path', 'private-nat-used-for-internet'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a second address of a NAT gateway failed',
    change: (n) => {
      const address = {
        allocationId: 'eipalloc-00000000000000002',
        publicIp: null,
        privateIp: '10.0.1.26',
        networkInterfaceId: null,
        availabilityZoneId: 'euw1-az1',
        isPrimary: false,
        status: 'failed',
        failureMessage: 'The allocation ID does not exist',
      } as const;
      n.natGateway('nat-a').addresses.push({ ...address });
    },
    ...reachable,
    speaks: {},
    silent: ['nat-gateway-not-available', 'path-blocked', 'private-nat-used-for-internet'],
    page: pages.natGatewayBasics,
  },
];
