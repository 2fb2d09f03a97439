import { aclRule, groupRule, setAclRules } from '../../support/resources.ts';
import { addInterface, moveToOwnAcl, port5432, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, partialBy, reachable, uneven, upperHalf } from './outcomes.ts';

const page = pages.networkAcls;
const target = '10.0.40.7:5432';
const closed = 'target-subnet-nacl-blocks';
const anywhere = '0.0.0.0/0';
const silent = ['path-blocked', 'private-target-sg-ingress-missing', 'nat-subnet-nacl-blocks'];

/** Network ACLs at both ends, which keep no memory of connections; none stands inside a subnet. */
export const targetNetworkAcls: readonly TruthRow[] = [
  {
    name: "the network ACL of the database's subnet lets in port 443 only",
    change: withDatabase((n) => setAclRules(n, 'data', 'ingress', aclRule(100, 'allow', anywhere, [443, 443]))),
    target,
    ...blockedBy(closed),
    silent: [...silent, 'nacl-blocks-outbound'],
    page,
  },
  {
    name: "the network ACL of the database's subnet lets out port 5432, the source port of the replies: only a function that sends from 5432 gets one",
    change: withDatabase((n) => setAclRules(n, 'data', 'egress', aclRule(100, 'allow', anywhere, port5432))),
    target,
    ...partialBy(closed, 1, 64512),
    silent: [...silent, 'nacl-blocks-return-traffic'],
    page: pages.networkAclRules,
  },
  {
    name: "the network ACL of the database's subnet lets replies out on 32768-65535 only",
    change: withDatabase((n) => setAclRules(n, 'data', 'egress', aclRule(100, 'allow', anywhere, [32768, 65535]))),
    target,
    ...partialBy(closed, ...upperHalf),
    silent: [...silent, 'nacl-blocks-return-traffic', 'inconsistent-subnet-egress'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: "the network ACL of the database's subnet lets replies out to one of the function's subnets",
    change: withDatabase((n) => setAclRules(n, 'data', 'egress', aclRule(100, 'allow', '10.0.11.0/24', 'all'))),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [closed]: 'error', ...uneven },
    silent,
    page,
  },
  {
    name: 'replies of a database on 32768-60999 only, the range of a Linux client',
    change: withDatabase((n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', anywhere, [32768, 60999]))),
    target,
    ...partialBy('nacl-blocks-return-traffic', 28232, 64512),
    silent: [...silent, closed],
    page: pages.customNetworkAcl,
  },
  {
    name: 'the function and one database share a subnet, within which its closed network ACL does not stand',
    change: (n) => {
      const ingress = [groupRule('10.0.0.0/16', port5432)];
      addInterface(n, 'private-a', '10.0.11.40', n.addSecurityGroup('db', { ingress }));
      setAclRules(n, 'private', 'ingress');
      setAclRules(n, 'private', 'egress');
    },
    target: '10.0.11.40:5432',
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'nacl-blocks-outbound': 'error', ...uneven },
    silent,
    page,
  },
  {
    name: 'inside one subnet the security groups stand as everywhere',
    change: (n) => {
      addInterface(n, 'private-a', '10.0.11.40', n.addSecurityGroup('db', {}));
      n.network().subnetIds = [n.subnet('private-a').id];
    },
    target: '10.0.11.40:5432',
    verdicts: { 'private-a': 'blocked' },
    verdict: 'blocked',
    speaks: { 'private-target-sg-ingress-missing': 'error', 'single-az': 'warning' },
    silent: ['path-blocked', closed],
    page: pages.securityGroupRules,
  },
  {
    name: 'inside one subnet a route to somewhere else does not count',
    change: (n) => {
      const ingress = [groupRule('10.0.0.0/16', port5432)];
      addInterface(n, 'private-a', '10.0.11.40', n.addSecurityGroup('db', { ingress }));
      n.addRoute('private-a', '10.0.11.0/24', { kind: 'none' }, { state: 'blackhole' });
    },
    target: '10.0.11.40:5432',
    ...reachable,
    silent: ['blackhole-route', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.gatewayRouteTables,
  },
  {
    name: "the network ACL of one of the function's subnets alone drops the replies of a database",
    change: withDatabase((n) => {
      moveToOwnAcl(n, 'private-a', 'closed');
      setAclRules(n, 'closed', 'ingress', aclRule(100, 'allow', anywhere, [443, 443]));
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error', ...uneven },
    silent: [...silent, closed],
    page,
  },
];
