import { deleteS3Endpoint, s3PrefixList } from '../../support/endpoints.ts';
import { acrossPeering, addPeerVpc, peer, withPeerVpc } from '../../support/peer-vpc.ts';
import { aclRule, addPeering, groupRule, setAclRules } from '../../support/resources.ts';
import { port5432, privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, partialBy, reachable, readMatters, uneven, upperHalf } from './outcomes.ts';

const page = pages.peering;
const target = '10.1.40.7:5432';
const problem = 'peering-problem';
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'no-internet-route', 'default-route-to-peering'];

/** The way to a second VPC of the same account and Region, both sides of which are seen. */
export const peering: readonly TruthRow[] = [
  {
    name: 'a database in a peered VPC, with routes on both sides',
    change: (n) => {
      addPeerVpc(n);
    },
    target,
    ...reachable,
    silent: [...silent, problem, closed, 'egress-path-unverified'],
    page: pages.peeringRoutes,
  },
  {
    name: "a peering connection that the other VPC asked for works like one's own",
    change: withPeerVpc((_, connection) => {
      const { requester, accepter } = connection;
      Object.assign(connection, { requester: accepter, accepter: requester });
    }),
    target,
    ...reachable,
    silent: [...silent, problem, closed],
    page,
  },
  {
    name: "a group of the peered VPC that names the function's group across the active connection",
    change: (n) => {
      addPeerVpc(n, acrossPeering(n, 'active'));
    },
    target,
    ...reachable,
    silent: [...silent, closed],
    page: pages.peeringGroups,
  },
  {
    name: "a group of the peered VPC that names the function's group over a connection that is deleted",
    change: (n) => {
      addPeerVpc(n, acrossPeering(n, 'deleted'));
    },
    target,
    ...blockedBy(closed),
    silent: [...silent, problem],
    page: pages.peeringGroups,
  },
  {
    name: 'the peered VPC has no route back',
    change: withPeerVpc((n) => n.removeRoute('peer', '10.0.0.0/16')),
    target,
    ...blockedBy(problem),
    silent,
    page: pages.peeringRoutes,
  },
  {
    name: "the peered VPC has a route back to one of the function's subnets",
    change: withPeerVpc((n, { id }) => {
      n.removeRoute('peer', '10.0.0.0/16');
      n.addRoute('peer', '10.0.11.0/24', { kind: 'vpc-peering-connection', id });
    }),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [problem]: 'error', ...uneven },
    silent,
    page: pages.peeringRoutes,
  },
  {
    name: 'one table of the function has no route to the peered VPC',
    change: withPeerVpc((n) => n.removeRoute('private-a', '10.1.0.0/16')),
    target,
    ...firstOnly('blocked'),
    speaks: { [problem]: 'error', ...uneven },
    silent,
    page: pages.peeringRoutes,
  },
  {
    name: 'the network ACL of the peered VPC lets replies out on 32768-65535 only',
    change: withPeerVpc((n) => setAclRules(n, 'peer', 'egress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]))),
    target,
    ...partialBy('target-subnet-nacl-blocks', ...upperHalf),
    silent: [...silent, problem],
    page: pages.networkAcls,
  },
  {
    name: 'a group of the peered VPC that lets in the peered VPC only',
    change: (n) => {
      addPeerVpc(n, groupRule('10.1.0.0/16', port5432));
    },
    target,
    ...blockedBy(closed),
    silent: [...silent, problem],
    page: pages.securityGroupRules,
  },
  {
    name: 'a gateway endpoint of a peered VPC cannot be used, wherever a route for S3 leads',
    change: (n) => {
      deleteS3Endpoint(n);
      const connection = addPeering(n);
      for (const table of privateSubnets) n.addRoute(table, s3PrefixList, connection);
    },
    target: 's3',
    ...allThree('blocked'),
    speaks: { [problem]: 'error' },
    silent: [...silent, 'aws-service-unreachable', 'gateway-endpoint-not-associated'],
    page,
  },
  {
    name: 'peering connections may not be read on the way to a peered VPC',
    change: (n) => {
      peer(n);
      n.deny('vpcPeeringConnections');
    },
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, problem],
    page: pages.ec2Permissions,
  },
];
