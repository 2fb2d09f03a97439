import type { RouteTarget } from '../../../src/model/kinds/route-tables.ts';
import type { Network } from '../../support/network.ts';
import { addTransitGateway } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { dropReplies } from './drop-replies.ts';

const blocked = allThree('blocked');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

const publicTableLeadsTo = (n: Network, target: RouteTarget): void => {
  n.route('public').target = { ...target };
};

/** Networks about the tables of gateways and of the NAT gateways' subnets on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const routeTableDisagreements: readonly TruthRow[] = [
  {
    name: 'the gateway (edge) route table drops the replies to one NAT gateway',
    change: dropReplies,
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.gatewayRouteTables,
  },
  {
    name: 'a gateway (edge) route table that is only being associated would drop the replies to one NAT gateway',
    change: (n) => {
      dropReplies(n);
      for (const association of n.routeTable('edge').associations) association.state = 'associating';
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked'],
    open: ['egress-path-unverified', 'blackhole-route'],
    page: pages.routeTableAssociation,
    uncertain: 'AWS does not say which table serves while an association is changing',
  },
  {
    name: 'a gateway (edge) route table drops replies, and whether they come back that way is out of sight',
    change: (n) => {
      dropReplies(n);
      publicTableLeadsTo(n, addTransitGateway(n, 'public-a', 'public-b', 'public-c'));
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['path-blocked'],
    page: pages.gatewayRouteTables,
    uncertain: 'replies through the transit gateway do not meet the table of the internet gateway',
  },
  {
    name: 'the local route of the public table, by which replies come back, is in a state that AWS does not document',
    change: (n) => {
      n.route('public', '10.0.0.0/16').state = 'unknown:something-new';
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['blackhole-route', 'path-blocked'],
    page: pages.route,
    uncertain: 'the meaning of the state is not known',
  },
  {
    name: "the public table drops the replies to one of the function's subnets",
    change: (n) => n.addRoute('public', '10.0.11.0/24', { kind: 'none' }, { state: 'blackhole' }),
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'the public table leads to an endpoint of the own VPC that no longer exists',
    change: (n) => publicTableLeadsTo(n, { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' }),
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the public table leads to a NAT gateway of the own VPC that no longer exists',
    change: (n) => publicTableLeadsTo(n, { kind: 'nat-gateway', id: 'nat-00000000000000009' }),
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the public table leads to a transit gateway that is not attached in one zone of the NAT gateways',
    change: (n) => publicTableLeadsTo(n, addTransitGateway(n, 'public-a', 'public-b')),
    verdicts: { 'private-a': 'unknown', 'private-b': 'unknown', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'tgw-attachment-az-gap': 'error', 'egress-path-unverified': 'note' },
    silent: ['path-blocked'],
    open: ['inconsistent-subnet-egress'],
    page: pages.transitGateway,
  },
  {
    name: 'the public table leads to another NAT gateway, which is deleted',
    change: (n) => {
      publicTableLeadsTo(n, { kind: 'nat-gateway', id: n.natGateway('nat-b').id });
      n.route('private-b').target = n.route('private-a').target;
      n.natGateway('nat-b').state = 'deleted';
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    open: ['nat-gateway-not-available', 'nat-gateway-cross-az'],
    page: pages.natGatewayTroubleshooting,
  },
];
