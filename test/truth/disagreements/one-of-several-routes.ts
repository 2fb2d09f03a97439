import { useRegionalNatGateway } from '../../support/regional-nat-gateway.ts';
import { addNatInstance, addPeering, addPrefixList, addTransitGateway } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { uneven } from '../targets/outcomes.ts';
import { dropReplies } from './drop-replies.ts';

const peeredRange = '10.2.0.0/16';
const silent = ['path-blocked', 'egress-path-unverified'];

/**
 * Networks in which a table leaves open which of its routes is taken, on which random packets and the engine disagreed.
 * What holds for each of the routes is certain. Each was decided from the AWS pages.
 */
export const oneOfSeveralRoutes: readonly TruthRow[] = [
  {
    name: 'an address that no gateway carries, and the public table has a prefix list that may not be read, which leads where the default route leads',
    change: (n) => n.addRoute('public', addPrefixList(n, 'secret', 'denied'), { ...n.route('public').target }),
    target: '192.168.7.9:5432',
    ...allThree('blocked'),
    speaks: { 'path-blocked': 'error', 'missing-permission': 'note' },
    silent: ['egress-path-unverified'],
    page: pages.reachabilityCodes,
  },
  {
    name: 'a prefix list of the public table that may not be read and has a blackhole, beside a way on which one NAT gateway gets no replies',
    change: (n) => {
      dropReplies(n);
      n.addRoute('public', addPrefixList(n, 'secret', 'denied'), { kind: 'none' }, { state: 'blackhole' });
    },
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'blackhole-route': 'error', 'missing-permission': 'warning' },
    silent: ['path-blocked'],
    open: ['inconsistent-subnet-egress', 'egress-path-unverified'],
    page: pages.gatewayRouteTables,
  },
  {
    name: 'two prefix lists of the public table for an address beyond the VPC, to a peering connection and to a blackhole',
    change: (n) => {
      n.addRoute('public', addPrefixList(n, 'one', [peeredRange]), addPeering(n));
      n.addRoute('public', addPrefixList(n, 'other', [peeredRange]), { kind: 'none' }, { state: 'blackhole' });
    },
    target: '10.2.0.7:5432',
    ...allThree('blocked'),
    speaks: { 'peering-problem': 'error' },
    silent,
    page: pages.peering,
  },
  {
    name: 'the same in the table of a regional NAT gateway',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.addRoute('regional-nat', addPrefixList(n, 'one', [peeredRange]), addPeering(n));
      n.addRoute('regional-nat', addPrefixList(n, 'other', [peeredRange]), { kind: 'none' }, { state: 'blackhole' });
    },
    target: '10.2.0.7:5432',
    ...allThree('blocked'),
    speaks: { 'peering-problem': 'error' },
    silent,
    page: pages.regionalNatGateways,
  },
  {
    name: 'a static route to one address, to a peering connection, before which no prefix list comes that may not be read',
    change: (n) => {
      n.addRoute('private-a', '8.8.8.8/32', addPeering(n));
      n.addRoute('private-a', addPrefixList(n, 'secret', 'denied'), addTransitGateway(n, 'private-a'));
    },
    target: '8.8.8.8',
    ...firstOnly('blocked'),
    speaks: { 'default-route-to-peering': 'error', 'missing-permission': 'note', ...uneven },
    silent,
    page: pages.routeTablePriority,
  },
  {
    name: "replies to a NAT instance would be dropped, and its subnet's default route is in the undocumented state filtered",
    change: (n) => {
      addNatInstance(n);
      dropReplies(n);
      n.route('public').state = 'filtered';
    },
    ...allThree('unknown'),
    speaks: { 'blackhole-route': 'warning' },
    silent: ['path-blocked'],
    page: pages.route,
    uncertain: 'AWS does not say what the route state filtered does, so replies may come back another way',
  },
  {
    name: 'replies to a NAT gateway that does not show its private address are dropped for all of its subnet',
    change: (n) => {
      dropReplies(n);
      for (const address of n.natGateway('nat-a').addresses) address.privateIp = null;
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.gatewayRouteTables,
  },
];
