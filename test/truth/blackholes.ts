import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');

/** Routes whose target is gone: they still win by their prefix and drop what matches. */
export const blackholes: readonly TruthRow[] = [
  {
    name: 'the default route of all tables is a blackhole',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...blocked,
    speaks: { 'blackhole-route': 'error' },
    findings: 3,
    silent: ['path-blocked', 'no-internet-route', 'inconsistent-subnet-egress'],
    page: pages.natGateway,
  },
  {
    name: 'the NAT gateway of one zone is deleted and its route is a blackhole',
    change: (n) => {
      n.natGateway('nat-a').state = 'deleted';
      n.route('private-a').state = 'blackhole';
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['nat-gateway-not-available', 'path-blocked'],
    page: pages.natGateway,
  },
  {
    name: 'the NAT gateway of one zone is gone and its route is a blackhole',
    change: (n) => {
      n.remove(n.natGateway('nat-a'));
      n.route('private-a').state = 'blackhole';
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['nat-gateway-not-available'],
    page: pages.natGateway,
  },
  {
    name: 'a blackhole whose target AWS no longer names',
    change: (n) => {
      n.route('private-a').target = { kind: 'none' };
      n.route('private-a').state = 'blackhole';
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.route,
  },
  {
    name: 'a blackhole never falls back to a shorter prefix',
    change: (n) => {
      const { target } = n.route('private-b');
      n.addRoute('private-a', '0.0.0.0/1', target, { state: 'blackhole' });
      n.addRoute('private-a', '128.0.0.0/1', target, { state: 'blackhole' });
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', 'inconsistent-subnet-egress': 'warning' },
    findings: 3,
    silent: ['path-blocked', 'nat-gateway-cross-az'],
    page: pages.reachabilityCodes,
  },
  {
    name: 'a blackhole takes half of the internet',
    change: (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' }),
    ...firstOnly('partial'),
    speaks: { 'blackhole-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a blackhole takes half of the internet that was asked for',
    change: (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' }),
    asked: 'to',
    ...firstOnly('partial'),
    speaks: { 'blackhole-route': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a blackhole takes one /24 of the internet',
    change: (n) => n.addRoute('private-a', '198.41.0.0/24', { kind: 'none' }, { state: 'blackhole' }),
    ...reachable,
    exceptions: true,
    speaks: {},
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    open: ['blackhole-route'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a blackhole on a route that the internet does not use',
    change: (n) => n.addRoute('private-a', '10.99.0.0/16', { kind: 'none' }, { state: 'blackhole' }),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['blackhole-route'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a default route in the undocumented state filtered',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).state = 'filtered';
    },
    ...allThree('unknown'),
    speaks: { 'blackhole-route': 'warning' },
    silent: ['path-blocked', 'no-internet-route'],
    open: ['egress-path-unverified'],
    page: pages.route,
    uncertain: 'the API lists the state and no page says what it means',
  },
];
