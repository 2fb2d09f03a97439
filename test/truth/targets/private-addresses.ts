import { addPrefixList, groupReference, groupRule } from '../../support/resources.ts';
import { addDatabase, port5432, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, readMatters, uneven } from './outcomes.ts';

const page = pages.securityGroupRules;
const target = '10.0.40.7:5432';
const closed = 'private-target-sg-ingress-missing';
const own = 'sg-egress-blocks-destination';
const silent = ['path-blocked', 'no-internet-route', 'target-subnet-nacl-blocks'];
const functionSubnets = ['10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'];

/** The security groups at both ends of a connection inside the VPC. */
export const privateAddresses: readonly TruthRow[] = [
  {
    name: "a database in one zone whose group names the function's group, from subnets in three zones",
    change: (n) => addDatabase(n),
    target,
    ...reachable,
    silent: [...silent, closed, 'single-az', 'inconsistent-subnet-egress', 'nat-gateway-cross-az'],
    page,
  },
  {
    name: "a database whose group lets in the ranges of the function's subnets",
    change: (n) => addDatabase(n, ...functionSubnets.map((cidr) => groupRule(cidr, port5432))),
    target,
    ...reachable,
    silent: [...silent, closed],
    page,
  },
  {
    name: "a database whose group lets in a prefix list of the function's subnets",
    change: (n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'callers', functionSubnets) } as const;
      addDatabase(n, { ...groupRule('0.0.0.0/0', port5432), peer });
    },
    target,
    ...reachable,
    silent: [...silent, closed],
    page: pages.managedPrefixLists,
  },
  {
    name: 'a database whose group lets in a prefix list that may not be read',
    change: (n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'secret', 'denied') } as const;
      addDatabase(n, { ...groupRule('0.0.0.0/0', port5432), peer });
    },
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, closed],
    page: pages.ec2Permissions,
  },
  {
    name: "a database whose group lets in one of the function's three subnets",
    change: (n) => addDatabase(n, groupRule('10.0.11.0/24', port5432)),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [closed]: 'error', ...uneven },
    silent,
    page,
  },
  {
    name: "a database whose group lets in the half of one subnet in which the function's address is today",
    change: (n) =>
      addDatabase(n, ...['10.0.11.0/25', '10.0.12.0/24', '10.0.13.0/24'].map((cidr) => groupRule(cidr, port5432))),
    target,
    ...firstOnly('partial'),
    speaks: { [closed]: 'error', ...uneven },
    silent,
    page: pages.lambdaVpc,
  },
  {
    name: 'a database whose group lets in another port',
    change: (n) => addDatabase(n, groupReference(n.securityGroup().id, [3306, 3306])),
    target,
    ...blockedBy(closed),
    silent: [...silent, own],
    page,
  },
  {
    name: 'a database whose group lets in the port over UDP only',
    change: (n) => addDatabase(n, { ...groupReference(n.securityGroup().id, port5432), protocol: '17' }),
    target,
    ...blockedBy(closed),
    silent,
    page,
  },
  {
    name: "a database whose group names a group that is not the function's",
    change: (n) => addDatabase(n, groupReference(n.securityGroup('default').id, 'all')),
    target,
    ...blockedBy(closed),
    silent,
    page,
  },
  {
    name: "a database whose group names the second of the function's groups",
    change: (n) => {
      const group = n.addSecurityGroup('callers', {});
      n.network().securityGroupIds.push(group);
      addDatabase(n, groupReference(group, port5432));
    },
    target,
    ...reachable,
    silent: [...silent, closed],
    page,
  },
  {
    name: 'egress to port 443 only does not reach a database that lets the function in',
    change: withDatabase((n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    }),
    target,
    ...blockedBy(own),
    silent: [...silent, closed],
    page,
  },
  {
    name: "egress to the database's group reaches it",
    change: withDatabase((n) => {
      n.securityGroup().egress = [groupReference(n.securityGroup('db').id, port5432)];
    }),
    target,
    ...reachable,
    silent: [...silent, own],
    page,
  },
  {
    name: 'a group without egress rules in front of a database that lets nobody in',
    change: (n) => {
      addDatabase(n, groupReference(n.securityGroup('default').id, port5432));
      n.securityGroup().egress = [];
    },
    target,
    ...blockedBy(own),
    also: [own],
    silent: [...silent, closed],
    page,
  },
];
