import type { TransitGatewayRoute } from '../../../src/model/kinds/transit-gateway-route-tables.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, setAclRules } from '../../support/resources.ts';
import { droppingRoute, farAttachment, sendToTransit, transitRoute } from '../../support/transit-gateways.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const target = '10.2.0.7:5432';
const drops = 'tgw-drops-packets';
const silent = ['path-blocked', 'no-internet-route', 'tgw-attachment-az-gap', 'blackhole-route', 'peering-problem'];

const blocked = {
  target,
  ...allThree('blocked'),
  speaks: { [drops]: 'error' },
  silent: [...silent, 'egress-path-unverified', 'inconsistent-subnet-egress'],
} as const;
const unknown = {
  target,
  ...allThree('unknown'),
  speaks: { 'egress-path-unverified': 'note' },
  silent: [...silent, drops],
} as const;
const behind = 'what stands behind the other attachment is out of sight';

/** All three tables send 10.2.0.0/16 to a transit gateway whose table has these routes. */
const routes = (...own: readonly TransitGatewayRoute[]) => sendToTransit('10.2.0.0/16', ...own);

const denyRoutes = (n: Network, reason: 'access denied' | 'the answer was cut off' | 'not read'): void => {
  const action = 'ec2:SearchTransitGatewayRoutes';
  for (const table of n.all.transitGatewayRouteTables) table.routes = { status: 'unavailable', action, reason };
};

const unread = (reason: Parameters<typeof denyRoutes>[1], why: string): TruthRow => ({
  name: `an own transit gateway whose routes could not be read: ${why}`,
  change: (n) => {
    routes(droppingRoute('0.0.0.0/0'))(n);
    denyRoutes(n, reason);
  },
  target,
  ...allThree('unknown'),
  speaks: { 'missing-permission': 'warning' },
  silent: [...silent, drops, 'egress-path-unverified'],
  page: pages.searchTransitGatewayRoutes,
});

/** What the route table of an own transit gateway does with packets: the longest prefix, then the kind of route. */
export const transitGatewayRoutes: readonly TruthRow[] = [
  {
    name: 'a route of a transit gateway to another attachment',
    change: routes(transitRoute('10.2.0.0/16')),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  { name: 'a transit gateway without any route', change: routes(), ...blocked, page: pages.transitGatewayMetrics },
  {
    name: 'a transit gateway with routes to other networks only',
    change: routes(transitRoute('10.3.0.0/16'), transitRoute('10.2.1.0/24'), transitRoute('::/0')),
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
  {
    name: 'a route of a transit gateway whose attachment is gone',
    change: routes(transitRoute('10.2.0.0/16', { type: 'static', state: 'blackhole' })),
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
  {
    name: 'a blackhole of a transit gateway never falls back to a shorter prefix',
    change: routes(transitRoute('10.0.0.0/8'), droppingRoute('10.2.0.0/24')),
    ...blocked,
    page: pages.transitGatewayRouting,
  },
  {
    name: 'a longer prefix of a transit gateway beats a blackhole',
    change: routes(droppingRoute('10.0.0.0/8'), transitRoute('10.2.0.0/24')),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'a blackhole of a transit gateway that takes none of the addresses',
    change: routes(transitRoute('10.2.0.0/16'), droppingRoute('10.2.0.8/29')),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'a blackhole of a transit gateway that takes a half of the addresses',
    change: routes(transitRoute('10.2.0.0/16'), droppingRoute('10.2.0.0/25')),
    ...blocked,
    target: '10.2.0.0/24:5432',
    ...allThree('partial'),
    speaks: { [drops]: 'error', 'egress-path-unverified': 'note' },
    silent: [...silent, 'inconsistent-subnet-egress'],
    page: pages.transitGatewayRouting,
  },
  {
    name: 'a static blackhole beside a propagated route of a transit gateway for the same range',
    change: routes(transitRoute('10.2.0.0/16'), droppingRoute('10.2.0.0/16')),
    ...blocked,
    page: pages.transitGatewayRouting,
  },
  {
    name: 'a static route beside a propagated blackhole of a transit gateway for the same range',
    change: routes(
      transitRoute('10.2.0.0/16', { state: 'blackhole' }),
      transitRoute('10.2.0.0/16', { type: 'static' }),
    ),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'a static route beside a blackhole of a prefix list of a transit gateway for the same range',
    change: routes(
      { ...droppingRoute('10.2.0.0/16'), prefixListId: 'pl-0a1b2c3d4e5f60718' },
      transitRoute('10.2.0.0/16', { type: 'static' }),
    ),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'a blackhole of a prefix list beside a propagated route of a transit gateway for the same range',
    change: routes(
      { ...droppingRoute('10.2.0.0/16'), prefixListId: 'pl-0a1b2c3d4e5f60718' },
      transitRoute('10.2.0.0/16'),
    ),
    ...blocked,
    page: pages.transitGatewayTables,
  },
  {
    name: 'two propagated routes of a transit gateway for the same range, one of which drops',
    change: routes(transitRoute('10.2.0.0/16', { state: 'blackhole' }), transitRoute('10.2.0.0/16')),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: 'which of two propagated routes wins hangs on the kinds of their attachments',
  },
  {
    name: 'a blackhole of a kind that is not documented beside a static route of a transit gateway for the same range',
    change: routes(
      transitRoute('10.2.0.0/16', { type: 'system', state: 'blackhole' }),
      transitRoute('10.2.0.0/16', { type: 'static' }),
    ),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: 'where routes of the type system stand in the order is not documented',
  },
  ...(['pending', 'deleting', 'unknown:resting'] as const).map(
    (state): TruthRow => ({
      name: `a route of a transit gateway in state ${state} before a blackhole`,
      change: routes(droppingRoute('10.0.0.0/8'), transitRoute('10.2.0.0/16', { state })),
      ...unknown,
      page: pages.transitGatewayRouting,
      uncertain: 'what a route in such a state does is not documented',
    }),
  ),
  {
    name: 'a route of a transit gateway that leads over several paths of equal cost',
    change: routes(
      transitRoute('10.2.0.0/16', { attachments: [farAttachment, { id: 'tgw-attach-2', resourceId: null }] }),
    ),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  unread('access denied', 'they may not be'),
  unread('the answer was cut off', 'the answer holds some of them back'),
  unread('not read', 'nothing asked for them'),
  {
    name: 'an own transit gateway whose table is not in what was read',
    change: (n) => {
      routes()(n);
      n.all.transitGatewayRouteTables.length = 0;
    },
    ...unknown,
    page: pages.searchTransitGatewayRoutes,
    uncertain: 'a table that was not read can have any route',
  },
  {
    name: 'the tables of an own transit gateway may not be read',
    change: (n) => {
      routes()(n);
      n.deny('transitGatewayRouteTables');
    },
    target,
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: [...silent, drops, 'egress-path-unverified'],
    page: pages.searchTransitGatewayRoutes,
  },
  {
    name: 'a transit gateway that is not attached in one zone and has no route',
    change: (n) => {
      routes()(n);
      const away = n.subnet('private-c').id;
      for (const attachment of n.all.transitGatewayVpcAttachments)
        attachment.subnetIds = attachment.subnetIds.filter((id) => id !== away);
    },
    target,
    ...allThree('blocked'),
    speaks: { [drops]: 'error', 'tgw-attachment-az-gap': 'error' },
    silent: ['path-blocked', 'egress-path-unverified', 'inconsistent-subnet-egress'],
    page: pages.transitGateway,
  },
  {
    name: 'a transit gateway without a route, behind a network ACL that drops half of the replies',
    change: (n) => {
      routes()(n);
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]));
    },
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
];
