import type { Change, Network } from '../support/network.ts';
import { groupReference } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';
import { otherVpcId } from '../support/targets.ts';

const stale: Change = (n) => {
  n.securityGroup().egress.push(groupReference('sg-0deleted', [5432, 5432]));
};
const group = (n: Network): string => n.securityGroup().id;

testRule('stale-security-group-rule', {
  passes: {
    'the group exists': (n) => {
      n.securityGroup().egress.push(groupReference(n.addSecurityGroup('database', {}), [5432, 5432]));
    },
    'the group is of another account': (n) => {
      const reference = groupReference('sg-0deleted', [5432, 5432]);
      n.securityGroup().egress.push({
        ...reference,
        peer: { ...reference.peer, ownerId: null } as typeof reference.peer,
      });
    },
    'the rule lets in': (n) => {
      n.securityGroup().ingress.push(groupReference('sg-0deleted', [443, 443]));
    },
    "the function's group is of another VPC, whose groups are not listed": (n) => {
      stale(n);
      n.securityGroup().vpcId = otherVpcId;
    },
    'a group that the function does not carry': (n) => {
      n.addSecurityGroup('other', { egress: [groupReference('sg-0deleted', [5432, 5432])] });
    },
    'the function is in no VPC': (n) => {
      stale(n);
      n.function().network = { kind: 'none' };
    },
  },
  flags: {
    'the group is gone': [
      stale,
      {
        severity: 'note',
        message: /tcp 5432 to sg-0deleted, and sg-0deleted does not exist any more/,
        resource: group,
        destination: 'sg-0deleted',
        commands: (n) => [
          `aws ec2 revoke-security-group-egress --group-id ${group(n)} --ip-permissions 'IpProtocol=6,FromPort=5432,ToPort=5432,UserIdGroupPairs=[{GroupId=sg-0deleted}]'`,
        ],
      },
    ],
    'all traffic to a group that is gone': [
      (n) => {
        n.securityGroup().egress.push(groupReference('sg-0deleted', 'all'));
      },
      {
        severity: 'note',
        message: /all traffic to sg-0deleted/,
        resource: group,
        fixCommand: /'IpProtocol=-1,UserIdGroupPairs=\[\{GroupId=sg-0deleted\}\]'/,
      },
    ],
  },
  skips: { securityGroups: stale, subnets: stale },
});
