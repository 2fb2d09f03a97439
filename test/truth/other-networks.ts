import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import { addPeering, addTransitGateway, sendAll, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const outOfSight = {
  ...allThree('unknown'),
  speaks: { 'egress-path-unverified': 'note' } as const,
};

const leavesSight = (what: string, target: RouteTarget, page: string): TruthRow => ({
  name: `a default route to ${what}`,
  change: (n) => sendAll(n, target),
  ...outOfSight,
  silent: ['path-blocked', 'no-internet-route', 'inconsistent-subnet-egress'],
  page,
  uncertain: 'the way goes on out of sight',
});

const privateSubnets = ['private-a', 'private-b', 'private-c'];

/** Default routes that leave the VPC for another network. */
export const otherNetworks: readonly TruthRow[] = [
  leavesSight(
    'a virtual private gateway',
    { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' },
    pages.route,
  ),
  leavesSight('a local gateway', { kind: 'local-gateway', id: 'lgw-0a1b2c3d4e5f60718' }, pages.route),
  leavesSight('a carrier gateway', { kind: 'carrier-gateway', id: 'cagw-0a1b2c3d4e5f60718' }, pages.route),
  leavesSight(
    'a core network',
    { kind: 'core-network', arn: 'arn:aws:networkmanager::123456789012:core-network/core-network-0a1b2c3d4e5f60718' },
    pages.route,
  ),
  leavesSight(
    'an ODB network',
    { kind: 'odb-network', arn: 'arn:aws:odb:eu-west-1:123456789012:odb-network/odbnet_0a1b2c3d4e' },
    pages.route,
  ),
  {
    name: 'a propagated default route to a virtual private gateway',
    change: (n) => {
      sendAll(n, { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' });
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).origin = 'EnableVgwRoutePropagation';
    },
    ...outOfSight,
    silent: ['path-blocked', 'no-internet-route'],
    page: pages.routeTablePriority,
    uncertain: 'the way goes on in the network behind the gateway',
  },
  {
    name: 'a default route to a transit gateway that is attached in all zones',
    change: (n) => sendAll(n, addTransitGateway(n, ...privateSubnets)),
    ...outOfSight,
    silent: ['tgw-attachment-az-gap', 'path-blocked', 'no-internet-route'],
    page: pages.transitGateway,
    uncertain: 'the way goes on behind the transit gateway, out of sight',
  },
  {
    name: 'a default route to a transit gateway that is attached through other subnets of the same zones',
    change: (n) => sendAll(n, addTransitGateway(n, 'public-a', 'public-b', 'public-c')),
    ...outOfSight,
    silent: ['tgw-attachment-az-gap', 'path-blocked'],
    page: pages.transitGateway,
    uncertain: 'the way goes on behind the transit gateway, out of sight',
  },
  {
    name: 'a default route to a transit gateway that is not attached in one zone',
    change: (n) => sendAll(n, addTransitGateway(n, 'private-a', 'private-b')),
    verdicts: { 'private-a': 'unknown', 'private-b': 'unknown', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'tgw-attachment-az-gap': 'error', 'egress-path-unverified': 'note' },
    silent: ['path-blocked'],
    open: ['inconsistent-subnet-egress'],
    page: pages.transitGateway,
  },
  {
    name: 'a default route to a transit gateway whose attachment is deleted',
    change: (n) => {
      sendAll(n, addTransitGateway(n, ...privateSubnets));
      for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'deleted';
    },
    ...allThree('blocked'),
    speaks: { 'tgw-attachment-az-gap': 'error' },
    silent: ['path-blocked', 'egress-path-unverified', 'inconsistent-subnet-egress'],
    page: pages.transitGateway,
  },
  {
    name: 'a transit gateway out of sight, and a network ACL that lets no reply in whatever the way',
    change: (n) => {
      sendAll(n, addTransitGateway(n, ...privateSubnets));
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked', 'tgw-attachment-az-gap'],
    open: ['egress-path-unverified'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'a default route to a peering connection',
    change: (n) => sendAll(n, addPeering(n)),
    ...allThree('blocked'),
    speaks: { 'default-route-to-peering': 'error' },
    silent: ['egress-path-unverified', 'path-blocked', 'no-internet-route'],
    page: pages.peering,
  },
  {
    name: 'a default route to a peering connection that may not be read',
    change: (n) => {
      sendAll(n, addPeering(n));
      n.deny('vpcPeeringConnections');
    },
    ...allThree('blocked'),
    speaks: { 'default-route-to-peering': 'error', 'missing-permission': 'note' },
    silent: ['egress-path-unverified', 'path-blocked'],
    page: pages.peering,
  },
  {
    name: "a route to the other network's range through a peering connection",
    change: (n) => n.addRoute('private-a', '10.1.0.0/16', addPeering(n)),
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['default-route-to-peering', 'inconsistent-subnet-egress'],
    page: pages.peering,
  },
  {
    name: 'a default route to an endpoint of the own VPC that no longer exists',
    change: (n) => {
      n.route('private-a').target = { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' };
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['egress-path-unverified', 'blackhole-route'],
    page: pages.gatewayRouteTables,
  },
];
