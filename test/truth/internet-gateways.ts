import { sendAll } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const publicSubnets = ['public-a', 'public-b', 'public-c'];

/** Functions in public subnets, and gateways that are not attached. */
export const internetGateways: readonly TruthRow[] = [
  {
    name: 'a function in the three public subnets',
    change: (n) => {
      n.network().subnetIds = publicSubnets.map((name) => n.subnet(name).id);
    },
    verdicts: { 'public-a': 'blocked', 'public-b': 'blocked', 'public-c': 'blocked' },
    verdict: 'blocked',
    speaks: { 'public-subnet-no-nat': 'error' },
    findings: 1,
    silent: ['igw-not-attached', 'no-internet-route', 'inconsistent-subnet-egress', 'nat-gateway-no-igw-path'],
    page: pages.lambdaInternet,
  },
  {
    name: 'one of two subnets is public',
    change: (n) => {
      n.network().subnetIds = [n.subnet('private-a').id, n.subnet('public-b').id];
    },
    verdicts: { 'private-a': 'reachable', 'public-b': 'blocked' },
    verdict: 'partial',
    speaks: { 'public-subnet-no-nat': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['single-az', 'path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'all private tables send the internet straight to the internet gateway',
    change: (n) => sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id }),
    ...blocked,
    speaks: { 'public-subnet-no-nat': 'error' },
    findings: 3,
    silent: ['nat-gateway-no-igw-path', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaVpc,
  },
  {
    name: 'one table of three sends the internet straight to the internet gateway',
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
    },
    ...firstOnly('blocked'),
    speaks: { 'public-subnet-no-nat': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['nat-gateway-cross-az', 'path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'only one /24 goes straight to the internet gateway',
    change: (n) => n.addRoute('private-a', '198.41.0.0/24', { kind: 'internet-gateway', id: n.internetGateway().id }),
    ...allThree('reachable'),
    exceptions: true,
    speaks: { 'more-specific-route-diverts': 'warning' },
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    open: ['public-subnet-no-nat'],
    page: pages.routeTablePriority,
  },
  {
    name: 'half of the internet goes straight to the internet gateway',
    change: (n) => n.addRoute('private-a', '0.0.0.0/1', { kind: 'internet-gateway', id: n.internetGateway().id }),
    ...firstOnly('partial'),
    speaks: { 'public-subnet-no-nat': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'interfaces may not be read in a public subnet',
    change: (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      n.deny('networkInterfaces');
    },
    ...blocked,
    speaks: { 'public-subnet-no-nat': 'error', 'missing-permission': 'note' },
    silent: ['path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'internet gateways may not be read in a public subnet',
    change: (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      n.deny('internetGateways');
    },
    ...blocked,
    speaks: { 'public-subnet-no-nat': 'error', 'missing-permission': 'note' },
    silent: ['igw-not-attached', 'path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a public subnet whose replies the network ACL drops as well',
    change: (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      const acl = n.networkAcl('private');
      acl.entries = acl.entries.filter((entry) => entry.direction === 'egress');
    },
    ...blocked,
    speaks: { 'public-subnet-no-nat': 'error' },
    silent: ['nacl-blocks-return-traffic'],
    also: ['public-subnet-no-nat'],
    page: pages.lambdaInternet,
  },
  {
    name: 'the internet gateway is detached while the routes still say active',
    change: (n) => {
      n.internetGateway().attachments = [];
    },
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    findings: 1,
    silent: ['nat-gateway-no-igw-path', 'blackhole-route', 'path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'the internet gateway is detached and the public route is a blackhole',
    change: (n) => {
      n.internetGateway().attachments = [];
      n.route('public').state = 'blackhole';
    },
    ...blocked,
    speaks: { 'blackhole-route': 'error' },
    findings: 1,
    silent: ['igw-not-attached', 'nat-gateway-no-igw-path', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the internet gateway is attached to another VPC',
    change: (n) => {
      n.internetGateway().attachments = [{ vpcId: 'vpc-0f0e0d0c0b0a09080', state: 'available' }];
    },
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    silent: ['nat-gateway-no-igw-path', 'path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'the internet gateway no longer exists',
    change: (n) => n.remove(n.internetGateway()),
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    silent: ['nat-gateway-no-igw-path', 'path-blocked', 'no-internet-route'],
    page: pages.internetGateway,
  },
  {
    name: 'the attachment says attached instead of available',
    change: (n) => {
      for (const attachment of n.internetGateway().attachments) attachment.state = 'attached';
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['igw-not-attached'],
    page: pages.internetGateway,
  },
];
