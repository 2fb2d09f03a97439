import type { Network } from '../support/network.ts';
import { addPrefixList, sendAll } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');

/** A table of the internet gateway, for packets that come in; the first in the list, where a careless reader looks. */
const addEdgeTable = (n: Network): void => {
  const id = 'rtb-0e1d2c3b4a5968778';
  const gatewayId = n.internetGateway().id;
  const association = {
    id: 'rtbassoc-0e1d2c3b4a596877',
    main: false,
    subnetId: null,
    gatewayId,
    state: 'associated',
  } as const;
  n.all.routeTables.unshift({ id, name: 'edge', vpcId: n.vpc().id, associations: [{ ...association }], routes: [] });
  n.addRoute('edge', '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
};

/** Which route a packet takes, and routes that lead nowhere. */
export const routes: readonly TruthRow[] = [
  {
    name: 'a private subnet in each zone behind the NAT gateway of its zone',
    change: null,
    ...reachable,
    shares: { 'private-a': [1, 1], 'private-b': [1, 1], 'private-c': [1, 1] },
    exceptions: false,
    speaks: {},
    silent: [
      'inconsistent-subnet-egress',
      'nat-gateway-cross-az',
      'single-az',
      'path-blocked',
      'blackhole-route',
      'igw-not-attached',
      'egress-path-unverified',
      'missing-permission',
      'nacl-blocks-outbound',
      'sg-egress-blocks-destination',
      'function-vpc-state-failed',
    ],
    page: pages.natGatewayBasics,
  },
  {
    name: 'no default route in any table, nobody asked for the internet',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`);
    },
    ...blocked,
    speaks: { 'no-internet-route': 'warning' },
    silent: ['path-blocked', 'public-subnet-no-nat', 'inconsistent-subnet-egress', 'blackhole-route'],
    page: pages.lambdaInternet,
  },
  {
    name: 'no default route in any table, the internet was asked for',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`);
    },
    asked: 'to',
    ...blocked,
    speaks: { 'no-internet-route': 'error' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaInternet,
  },
  {
    name: 'no default route, and a variable that names a proxy',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`);
      n.function().environmentVariableNames.push('HTTPS_PROXY');
    },
    ...blocked,
    speaks: { 'no-internet-route': 'note' },
    silent: ['path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'no default route in one table of three',
    change: (n) => n.removeRoute('private-a'),
    ...firstOnly('blocked'),
    speaks: { 'no-internet-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'subnets without an association of their own use a main table that is local only',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.disassociate(`private-${zone}`);
    },
    ...blocked,
    speaks: { 'no-internet-route': 'warning' },
    silent: ['path-blocked', 'blackhole-route'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'a subnet without an association of its own uses a main table with a NAT gateway',
    change: (n) => {
      n.disassociate('private-a');
      n.addRoute('main', '0.0.0.0/0', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
    },
    ...reachable,
    speaks: {},
    silent: ['no-internet-route', 'inconsistent-subnet-egress'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'a table that is still being associated and would change the way',
    change: (n) => {
      for (const association of n.routeTable('private-a').associations) association.state = 'associating';
    },
    ...firstOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route'],
    open: ['egress-path-unverified'],
    page: pages.routeTableAssociation,
    uncertain: 'AWS does not say which table serves a subnet while an association is changing',
  },
  {
    name: 'a table that is still being associated beside a main table that leads out as well',
    change: (n) => {
      for (const association of n.routeTable('private-a').associations) association.state = 'associating';
      n.addRoute('main', '0.0.0.0/0', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
    },
    ...firstOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.routeTableAssociation,
    uncertain: 'the table that served the subnet until now may be a third one, which the answer no longer names',
  },
  {
    name: 'a gateway (edge) route table is no table of a subnet',
    change: (n) => addEdgeTable(n),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['no-internet-route', 'path-blocked', 'egress-path-unverified'],
    page: pages.gatewayRouteTables,
  },
  {
    name: 'the internet as two halves instead of 0.0.0.0/0',
    change: (n) => {
      const { target } = n.route('private-a');
      n.removeRoute('private-a');
      n.addRoute('private-a', '0.0.0.0/1', target);
      n.addRoute('private-a', '128.0.0.0/1', target);
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['no-internet-route', 'inconsistent-subnet-egress'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a route for one half of the internet only',
    change: (n) => {
      const { target } = n.route('private-a');
      n.removeRoute('private-a');
      n.addRoute('private-a', '0.0.0.0/1', target);
    },
    ...firstOnly('partial'),
    speaks: { 'no-internet-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a prefix list that holds 0.0.0.0/0 is a default route',
    change: (n) => {
      const id = addPrefixList(n, 'everywhere', ['0.0.0.0/0']);
      n.route('private-a').destination = { kind: 'prefix-list', id };
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['no-internet-route', 'inconsistent-subnet-egress'],
    page: pages.managedPrefixLists,
  },
  {
    name: 'a static route beats a prefix list of the same length',
    change: (n) => {
      const id = addPrefixList(n, 'everywhere', ['0.0.0.0/0']);
      const target = { kind: 'internet-gateway', id: n.internetGateway().id } as const;
      n.addRoute('private-a', id, target);
    },
    ...reachable,
    speaks: {},
    silent: ['public-subnet-no-nat'],
    page: pages.routeTablePriority,
  },
  {
    name: 'two prefix lists of the same length that lead to different ends',
    change: (n) => {
      const nat = addPrefixList(n, 'everywhere', ['0.0.0.0/0']);
      const gateway = addPrefixList(n, 'all', ['0.0.0.0/0']);
      n.route('private-a').destination = { kind: 'prefix-list', id: nat };
      const target = { kind: 'internet-gateway', id: n.internetGateway().id } as const;
      n.addRoute('private-a', gateway, target);
    },
    ...firstOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    open: ['egress-path-unverified', 'public-subnet-no-nat'],
    page: pages.routeTablePriority,
    uncertain: 'AWS takes one of the two at random',
  },
  {
    name: 'a prefix list whose entries may not be read',
    change: (n) => {
      const id = addPrefixList(n, 'secret', 'denied');
      const target = { kind: 'internet-gateway', id: n.internetGateway().id } as const;
      n.addRoute('private-a', id, target);
    },
    ...firstOnly('unknown'),
    speaks: { 'missing-permission': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['public-subnet-no-nat'],
    open: ['egress-path-unverified'],
    page: pages.ec2Permissions,
    uncertain: 'the list may hold halves of the internet, which would beat the default route',
  },
  {
    name: 'a static route beats a propagated one to the same destination',
    change: (n) => {
      const target = { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' } as const;
      n.addRoute('private-a', '0.0.0.0/0', target, { origin: 'EnableVgwRoutePropagation' });
    },
    ...reachable,
    speaks: {},
    silent: ['egress-path-unverified'],
    page: pages.routeTablePriority,
  },
  {
    name: 'an IPv6 default route carries no IPv4',
    change: (n) => {
      n.removeRoute('private-a');
      const target = { kind: 'internet-gateway', id: n.internetGateway().id } as const;
      n.addRoute('private-a', '::/0', target);
    },
    ...firstOnly('blocked'),
    speaks: { 'no-internet-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['public-subnet-no-nat'],
    page: pages.routeTablePriority,
  },
  {
    name: 'an IPv6 route to the internet gateway beside the IPv4 route to the NAT gateway',
    change: (n) => {
      const target = { kind: 'internet-gateway', id: n.internetGateway().id } as const;
      n.addRoute('private-a', '::/0', target);
    },
    ...reachable,
    speaks: {},
    silent: ['public-subnet-no-nat'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a public range as second CIDR of the VPC is not the internet',
    change: (n) => {
      n.vpc().cidrs.push('44.128.0.0/16');
      for (const table of n.all.routeTables)
        n.addRoute(table.name ?? '', '44.128.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['path-blocked', 'no-internet-route'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'a route target of a kind that this version does not know',
    change: (n) => sendAll(n, { kind: 'unknown', raw: 'SpaceGatewayId=sgw-0a1b2c3d4e5f60718' }),
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked', 'no-internet-route', 'public-subnet-no-nat'],
    open: ['egress-path-unverified'],
    page: pages.route,
    uncertain: 'nothing is known of the target',
  },
];
