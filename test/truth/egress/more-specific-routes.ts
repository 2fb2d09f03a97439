import type { RouteTarget } from '../../../src/model/kinds/route-tables.ts';
import type { Network } from '../../support/network.ts';
import { addPeering, addPrefixList, addTransitGateway } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.routeTablePriority;
const reachable = allThree('reachable');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const diverts = { 'more-specific-route-diverts': 'warning' } as const;
const privateSubnets = ['private-a', 'private-b', 'private-c'];
const vgw: RouteTarget = { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' };
/** More than 1 % of the internet, and less. */
const large = '128.0.0.0/2';
const small = '52.0.0.0/8';

/** A NAT gateway that is deleted and still listed, as the target of a route. */
const deletedNatGateway = (n: Network): RouteTarget => {
  const id = 'nat-00000000000000001';
  n.all.natGateways.push({ ...n.natGateway('nat-a'), id, name: 'old', state: 'deleted' });
  return { kind: 'nat-gateway', id };
};

/** Routes that take a part of the internet away from a default route that works. */
export const moreSpecificRoutes: readonly TruthRow[] = [
  {
    name: 'a quarter of the addresses to a peering connection while the default route works',
    change: (n) => n.addRoute('private-a', large, addPeering(n)),
    ...firstOnly('partial'),
    speaks: { ...diverts, ...uneven },
    silent: ['default-route-to-peering', 'no-internet-route', 'path-blocked'],
    page,
  },
  {
    name: 'half of the internet to a peering connection',
    change: (n) => n.addRoute('private-a', '128.0.0.0/1', addPeering(n)),
    ...firstOnly('partial'),
    speaks: { ...diverts, ...uneven },
    silent: ['default-route-to-peering', 'path-blocked'],
    page: pages.peering,
  },
  {
    name: 'a quarter of the addresses to a peering connection, the internet was asked for',
    change: (n) => n.addRoute('private-a', large, addPeering(n)),
    asked: 'to',
    ...firstOnly('partial'),
    speaks: { 'more-specific-route-diverts': 'error', ...uneven },
    silent: ['default-route-to-peering', 'path-blocked'],
    page,
  },
  {
    name: 'less than 1 % of the internet to a peering connection',
    change: (n) => n.addRoute('private-a', small, addPeering(n)),
    ...reachable,
    exceptions: true,
    speaks: diverts,
    silent: ['default-route-to-peering', 'inconsistent-subnet-egress', 'path-blocked'],
    page,
  },
  {
    name: 'a quarter of the addresses to a NAT gateway that is deleted',
    change: (n) => n.addRoute('private-a', large, deletedNatGateway(n)),
    ...firstOnly('partial'),
    speaks: { ...diverts, ...uneven },
    silent: ['nat-gateway-not-available', 'blackhole-route', 'path-blocked'],
    page,
  },
  {
    name: 'less than 1 % of the internet to a NAT gateway that is deleted',
    change: (n) => n.addRoute('private-a', small, deletedNatGateway(n)),
    ...reachable,
    exceptions: true,
    speaks: diverts,
    silent: ['nat-gateway-not-available', 'inconsistent-subnet-egress', 'path-blocked'],
    page,
  },
  {
    name: 'a quarter of the addresses to a virtual private gateway',
    change: (n) => n.addRoute('private-a', large, vgw),
    ...firstOnly('unknown'),
    speaks: { ...diverts, ...uneven },
    silent: ['path-blocked', 'no-internet-route'],
    open: ['egress-path-unverified'],
    page,
    uncertain: 'the way of that quarter goes on in the network behind the gateway',
  },
  {
    name: 'less than 1 % of the internet to a virtual private gateway, propagated',
    change: (n) => n.addRoute('private-a', small, vgw, { origin: 'EnableVgwRoutePropagation' }),
    ...reachable,
    exceptions: true,
    speaks: diverts,
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    open: ['egress-path-unverified'],
    page,
  },
  {
    name: 'half of the internet through a transit gateway',
    change: (n) => n.addRoute('private-a', '128.0.0.0/1', addTransitGateway(n, ...privateSubnets)),
    ...firstOnly('unknown'),
    speaks: { ...diverts, ...uneven },
    silent: ['path-blocked', 'tgw-attachment-az-gap'],
    open: ['egress-path-unverified'],
    page: pages.transitGateway,
    uncertain: 'the way goes on behind the transit gateway, out of sight',
  },
  {
    name: 'a quarter of the addresses through a transit gateway that is not attached in the zone',
    change: (n) => n.addRoute('private-a', large, addTransitGateway(n, 'private-b', 'private-c')),
    ...firstOnly('partial'),
    speaks: { ...diverts, ...uneven },
    silent: ['tgw-attachment-az-gap', 'egress-path-unverified', 'path-blocked'],
    page: pages.transitGateway,
  },
  {
    name: 'a prefix list takes a quarter of the addresses to a peering connection',
    change: (n) => n.addRoute('private-a', addPrefixList(n, 'partners', [large]), addPeering(n)),
    ...firstOnly('partial'),
    speaks: { ...diverts, ...uneven },
    silent: ['default-route-to-peering', 'path-blocked', 'missing-permission'],
    page: pages.managedPrefixLists,
  },
  {
    name: 'the public table takes a quarter of the addresses away behind the NAT gateways',
    change: (n) => n.addRoute('public', large, addPeering(n)),
    ...allThree('partial'),
    speaks: diverts,
    findings: 1,
    silent: ['nat-gateway-no-igw-path', 'default-route-to-peering', 'inconsistent-subnet-egress', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a quarter of the addresses to another NAT gateway that works',
    change: (n) => n.addRoute('private-a', large, n.route('private-b').target),
    ...reachable,
    exceptions: false,
    speaks: { 'nat-gateway-cross-az': 'note' },
    silent: ['more-specific-route-diverts', 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a quarter of the addresses to the same NAT gateway once more',
    change: (n) => n.addRoute('private-a', large, n.route('private-a').target),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['more-specific-route-diverts', 'nat-gateway-cross-az'],
    page,
  },
  {
    name: 'a blackhole on a quarter of the addresses is a blackhole and no diversion',
    change: (n) => n.addRoute('private-a', large, { kind: 'none' }, { state: 'blackhole' }),
    ...firstOnly('partial'),
    speaks: { 'blackhole-route': 'warning', ...uneven },
    silent: ['more-specific-route-diverts', 'path-blocked'],
    page,
  },
  {
    name: 'a quarter of the addresses to a peering connection while the default route drops the rest',
    change: (n) => {
      n.addRoute('private-a', large, addPeering(n));
      n.route('private-a').state = 'blackhole';
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', 'default-route-to-peering': 'error', ...uneven },
    silent: ['more-specific-route-diverts', 'path-blocked'],
    page,
  },
  {
    name: 'half of the internet through a transit gateway, the other half into a blackhole',
    change: (n) => {
      n.addRoute('private-a', '128.0.0.0/1', addTransitGateway(n, ...privateSubnets));
      n.route('private-a').state = 'blackhole';
    },
    ...firstOnly('partial'),
    speaks: { 'blackhole-route': 'warning', 'egress-path-unverified': 'note', ...uneven },
    silent: ['path-blocked', 'tgw-attachment-az-gap', 'more-specific-route-diverts'],
    page: pages.transitGateway,
  },
  {
    name: 'a more specific route that a static one of the same length to the NAT gateway beats',
    change: (n) => {
      n.addRoute('private-a', large, vgw, { origin: 'EnableVgwRoutePropagation' });
      n.addRoute('private-a', large, n.route('private-a').target);
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['more-specific-route-diverts', 'egress-path-unverified'],
    page,
  },
  {
    name: 'more specific private routes to peering and VPN divert nothing of the internet',
    change: (n) => {
      n.addRoute('private-a', '10.1.0.0/16', addPeering(n));
      n.addRoute('private-a', '172.16.0.0/12', vgw);
      n.addRoute('private-a', '192.168.0.0/16', vgw, { origin: 'EnableVgwRoutePropagation' });
      n.addRoute('private-a', '100.64.0.0/10', vgw);
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['more-specific-route-diverts', 'egress-path-unverified', 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a public range of the peer, reached through its peering connection',
    change: (n) => {
      const target = addPeering(n);
      for (const connection of n.all.vpcPeeringConnections) connection.accepter.cidrs.push('44.128.0.0/16');
      n.addRoute('private-a', '44.128.0.0/16', target);
    },
    ...reachable,
    exceptions: true,
    speaks: {},
    silent: ['default-route-to-peering', 'inconsistent-subnet-egress'],
    open: ['more-specific-route-diverts', 'egress-path-unverified'],
    page: pages.peering,
  },
];
