import type { VpcPeeringConnection } from '../../../src/model/kinds/vpc-peering-connections.ts';
import { peer, withPeerVpc } from '../../support/peer-vpc.ts';
import { aclRule, setAclRules } from '../../support/resources.ts';
import { privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { blockedBy } from './outcomes.ts';

const page = pages.peering;
const target = '10.1.40.7:5432';
const problem = 'peering-problem';
const silent = ['path-blocked', 'no-internet-route', 'default-route-to-peering'];
const outOfSight = { ...allThree('unknown'), speaks: { 'egress-path-unverified': 'note' } } as const;

const inactive = (status: NonNullable<VpcPeeringConnection['status']>): TruthRow => ({
  name: `a route to a peered VPC whose connection is in state ${status}`,
  change: withPeerVpc((_, connection) => {
    connection.status = status;
  }),
  target,
  ...blockedBy(problem),
  silent: [...silent, 'private-target-sg-ingress-missing'],
  page: pages.peeringLifecycle,
});

/** Where peering ends: connections that are not active, ranges of a third network, sides that are out of sight. */
export const peeringLimits: readonly TruthRow[] = [
  inactive('pending-acceptance'),
  inactive('expired'),
  {
    name: 'a deleted peering connection leaves blackholes behind',
    change: withPeerVpc((n, connection) => {
      connection.status = 'deleted';
      for (const table of privateSubnets) n.route(table, '10.1.0.0/16').state = 'blackhole';
    }),
    target,
    ...allThree('blocked'),
    speaks: { 'blackhole-route': 'error' },
    silent: [...silent, problem],
    page: pages.route,
  },
  {
    name: 'a third network behind a peered VPC, which peering does not carry on to',
    change: withPeerVpc((n, { id }) => {
      for (const table of privateSubnets) n.addRoute(table, '10.2.0.0/16', { kind: 'vpc-peering-connection', id });
    }),
    target: '10.2.0.7:5432',
    ...blockedBy(problem),
    silent,
    page,
  },
  {
    name: 'a peered VPC of another account',
    change: (n) => {
      peer(n).accepter.ownerId = '210987654321';
    },
    target,
    ...outOfSight,
    silent: [...silent, problem],
    page: pages.peeringRoutes,
    uncertain: 'the route back and the rules of the other side are out of sight',
  },
  {
    name: 'a peered VPC in another Region',
    change: (n) => {
      peer(n).accepter.region = 'us-east-1';
    },
    target,
    ...outOfSight,
    silent: [...silent, problem],
    page: pages.peeringRoutes,
    uncertain: 'the route back and the rules of the other side are out of sight',
  },
  {
    name: 'a peered VPC of another account, and a network ACL that lets replies in from the own VPC only',
    change: (n) => {
      peer(n).accepter.ownerId = '210987654321';
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '10.0.0.0/16', 'all'));
    },
    target,
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: [...silent, problem],
    open: ['egress-path-unverified'],
    page: pages.networkAcls,
  },
];
