import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');
const zones = ['a', 'b', 'c'];

/** NAT gateways: their state, their addresses, and which zones they serve. */
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
    findings: 3,
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
];
