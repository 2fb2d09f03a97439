import type { TransitGatewayRoute } from '../../../src/model/kinds/transit-gateway-route-tables.ts';
import { sendAllIpv6, withIpv6 } from '../../support/ipv6.ts';
import { addTransitGateway } from '../../support/resources.ts';
import { privateSubnets } from '../../support/targets.ts';
import { addTransitTable, droppingRoute, sendToTransit, transitRoute } from '../../support/transit-gateways.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const drops = 'tgw-drops-packets';
const silent = ['path-blocked', 'no-internet-route', 'ipv6-no-egress', 'tgw-attachment-az-gap', 'blackhole-route'];
const blocked = {
  ...allThree('blocked'),
  speaks: { [drops]: 'error' },
  silent: [...silent, 'egress-path-unverified', 'inconsistent-subnet-egress', 'more-specific-route-diverts'],
} as const;
const unknown = {
  ...allThree('unknown'),
  speaks: { 'egress-path-unverified': 'note' },
  silent: [...silent, drops],
} as const;
const behind = 'the way out of the VPC behind the other attachment is out of sight';
const ipv6Routes = (...routes: readonly TransitGatewayRoute[]) =>
  withIpv6((n) => {
    sendAllIpv6(n, addTransitGateway(n, ...privateSubnets));
    addTransitTable(n, ...routes);
  });

/** Default routes to an own transit gateway, by what its route table does with the internet. */
export const transitGatewayInternet: readonly TruthRow[] = [
  {
    name: 'a default route to a transit gateway that has one too, to the attachment of another VPC',
    change: sendToTransit('0.0.0.0/0', transitRoute('0.0.0.0/0', { type: 'static' })),
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'a default route to a transit gateway that knows private networks only',
    change: sendToTransit('0.0.0.0/0', transitRoute('10.0.0.0/8'), transitRoute('172.16.0.0/12')),
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
  {
    name: 'a default route to a transit gateway whose own one is a blackhole',
    change: sendToTransit('0.0.0.0/0', droppingRoute('0.0.0.0/0'), transitRoute('10.0.0.0/8')),
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
  {
    name: 'a default route to a transit gateway that drops half of the internet',
    change: sendToTransit('0.0.0.0/0', transitRoute('0.0.0.0/0'), droppingRoute('128.0.0.0/1')),
    ...allThree('partial'),
    speaks: { [drops]: 'warning', 'egress-path-unverified': 'note' },
    silent: [...silent, 'inconsistent-subnet-egress', 'more-specific-route-diverts'],
    page: pages.transitGatewayRouting,
  },
  {
    name: 'a default route to a transit gateway that drops a thousandth of the internet',
    change: sendToTransit('0.0.0.0/0', transitRoute('0.0.0.0/0'), droppingRoute('198.41.0.0/16')),
    ...unknown,
    exceptions: true,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: '::/0 to a transit gateway that has a default route for IPv4 only',
    change: ipv6Routes(transitRoute('0.0.0.0/0', { type: 'static' })),
    target: 'internet6',
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
  {
    name: '::/0 to a transit gateway that has one too, to the attachment of another VPC',
    change: ipv6Routes(transitRoute('::/0', { type: 'static' })),
    target: 'internet6',
    ...unknown,
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'a quarter of the addresses of one subnet to a transit gateway without a route to them',
    change: (n) => {
      n.addRoute('private-a', '64.0.0.0/2', addTransitGateway(n, ...privateSubnets));
      addTransitTable(n, transitRoute('10.0.0.0/8'));
    },
    ...firstOnly('partial'),
    speaks: { 'more-specific-route-diverts': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: [...silent, 'egress-path-unverified'],
    page: pages.transitGatewayMetrics,
  },
  {
    name: 'half of the internet of one subnet to a transit gateway that has a route to another attachment',
    change: (n) => {
      n.addRoute('private-a', '128.0.0.0/1', addTransitGateway(n, ...privateSubnets));
      addTransitTable(n, transitRoute('0.0.0.0/0'));
    },
    ...firstOnly('unknown'),
    speaks: { 'more-specific-route-diverts': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: [...silent, drops],
    open: ['egress-path-unverified'],
    page: pages.transitGatewayRouting,
    uncertain: behind,
  },
  {
    name: 'NAT gateways whose subnets lead to a transit gateway without a route to the internet',
    change: (n) => {
      n.route('public').target = addTransitGateway(n, 'public-a', 'public-b', 'public-c');
      addTransitTable(n, transitRoute('10.0.0.0/8'));
    },
    ...blocked,
    page: pages.transitGatewayMetrics,
  },
];
