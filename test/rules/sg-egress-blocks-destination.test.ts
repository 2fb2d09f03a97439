import type { Change } from '../support/network.ts';
import { addPrefixList, groupReference, groupRule } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const noEgress: Change = (n) => {
  n.securityGroup().egress = [];
};
const culprit = { message: /sg-\w+/, resource: (n: Parameters<Change>[0]) => n.securityGroup().id };

testRule('sg-egress-blocks-destination', {
  passes: {
    'tcp 443 to everywhere': (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    'a second group that lets it out': (n) => {
      noEgress(n);
      n.network().securityGroupIds.push(n.addSecurityGroup('out', { egress: [groupRule('0.0.0.0/0', 'all')] }));
    },
    'a prefix list that holds the internet': (n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'all', ['0.0.0.0/0']) } as const;
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), peer }];
    },
    'no ingress rules at all, which nothing needs': (n) => {
      n.securityGroup().ingress = [];
      n.securityGroup().egress.push(groupRule('::/0', 'all'));
    },
    'a group of another VPC': (n) => {
      n.securityGroup().vpcId = 'vpc-0f0e0d0c0b0a09080';
    },
  },
  flags: {
    'no egress rule at all': [
      noEgress,
      {
        ...culprit,
        severity: 'error',
        fixCommand: /^aws ec2 authorize-security-group-egress --group-id sg-\w+ .*FromPort=443,ToPort=443/,
      },
    ],
    'egress to the VPC only': [
      (n) => {
        n.securityGroup().egress = [groupRule('10.0.0.0/16', 'all')];
      },
      { ...culprit, severity: 'error' },
    ],
    'egress to a group only': [
      (n) => {
        n.securityGroup().egress = [groupReference(n.securityGroup('default').id, 'all')];
      },
      { ...culprit, severity: 'error' },
    ],
    'half of the internet, nobody asked': [
      (n) => {
        n.securityGroup().egress = [groupRule('0.0.0.0/1', [443, 443])];
      },
      { ...culprit, severity: 'warning' },
    ],
    'half of the internet, which was asked for': [
      (n) => {
        n.securityGroup().egress = [groupRule('0.0.0.0/1', [443, 443])];
      },
      { ...culprit, severity: 'error', question: toInternet },
    ],
  },
  skips: { securityGroups: noEgress },
});
