import { aclRule, addAclRules, groupRule } from '../../support/resources.ts';
import { addDatabase, addInterface, port5432 } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const database = '10.0.40.7:5432';
const closed = 'private-target-sg-ingress-missing';
const replies = 'nacl-blocks-return-traffic';

/** Networks about several targets of one command line on which the report contradicted itself. Each was decided from the AWS pages. */
export const severalTargets: readonly TruthRow[] = [
  {
    name: 'one of 64,512 ports is closed for replies, a group keeps out of the one interface of a block, and a database beside it is reached',
    change: (n) => {
      addDatabase(n, groupRule('10.0.0.0/16', port5432));
      addInterface(n, 'data-a', '10.0.40.8', n.addSecurityGroup('shut', {}));
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '10.0.40.0/24', [3389, 3389]));
    },
    target: '10.0.40.8/31:5432',
    ...allThree('partial'),
    alongside: { target: database, verdict: 'reachable' },
    speaks: { [closed]: 'error', [replies]: 'warning' },
    findings: 2,
    silent: ['path-blocked', 'target-subnet-nacl-blocks'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a network ACL drops every reply of one database, and those of another to one of 64,512 ports',
    change: (n) => {
      addDatabase(n, groupRule('10.0.0.0/16', port5432));
      addInterface(n, 'data-a', '10.0.40.8', n.securityGroup('db').id);
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '10.0.40.7/32', 'all'));
      addAclRules(n, 'private', 'ingress', aclRule(91, 'deny', '10.0.40.8/32', [3389, 3389]));
    },
    target: '10.0.40.8:5432',
    ...allThree('reachable'),
    alongside: { target: database, verdict: 'blocked' },
    speaks: { [replies]: 'error' },
    findings: 1,
    silent: ['path-blocked', 'target-subnet-nacl-blocks'],
    also: [replies],
    page: pages.networkAcls,
  },
];
