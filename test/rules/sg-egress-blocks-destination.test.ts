import type { Change } from '../support/network.ts';
import { addPrefixList, groupReference, groupRule } from '../support/resources.ts';
import { asking, testRule, toInternet } from '../support/rule-test.ts';
import { addDatabase } from '../support/targets.ts';

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
        message: /^Security group sg-\w+ has no egress rule/,
        commands: (n) => [
          `aws ec2 authorize-security-group-egress --group-id ${n.securityGroup().id} --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=0.0.0.0/0}]'`,
        ],
      },
    ],
    'egress to the VPC only': [
      (n) => {
        n.securityGroup().egress = [groupRule('10.0.0.0/16', 'all')];
      },
      {
        ...culprit,
        severity: 'error',
        message: /lets out only all traffic to 10\.0\.0\.0\/16: tcp 443 to the internet/,
      },
    ],
    'egress to a group only': [
      (n) => {
        n.securityGroup().egress = [groupReference(n.securityGroup('default').id, 'all')];
      },
      { ...culprit, severity: 'error', message: /only all traffic to sg-\w+:/ },
    ],
    'egress for UDP only is shown as UDP': [
      (n) => {
        n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), protocol: '17' }];
      },
      { ...culprit, severity: 'error', message: /only udp 443 to 0\.0\.0\.0\/0/ },
    ],
    'egress for IPv6 only': [
      (n) => {
        n.securityGroup().egress = [groupRule('::/0', 'all')];
      },
      { ...culprit, severity: 'error', message: /only all traffic to ::\/0/ },
    ],
    'many rules: three are shown': [
      (n) => {
        n.securityGroup().egress = [5432, 5433, 5434, 5435, 5436].map((port) => groupRule('10.0.0.0/16', [port, port]));
      },
      { ...culprit, severity: 'error', message: /tcp 5434 to 10\.0\.0\.0\/16 and 2 more/ },
    ],
    'two groups, neither of which lets it out': [
      (n) => {
        noEgress(n);
        n.network().securityGroupIds.push(
          n.addSecurityGroup('db', { egress: [groupRule('10.0.0.0/16', [5432, 5432])] }),
        );
      },
      {
        severity: 'error',
        message: /^The security groups sg-\w+ and sg-\w+ let out only tcp 5432 to 10\.0\.0\.0\/16/,
        resource: (n) => `${n.securityGroup().id}, ${n.securityGroup('db').id}`,
        fixCommand: /--group-id sg-06f22a59f54066c8c /,
      },
    ],
    'half of the internet, nobody asked': [
      (n) => {
        n.securityGroup().egress = [groupRule('0.0.0.0/1', [443, 443])];
      },
      { ...culprit, severity: 'warning', message: /only tcp 443 to 0\.0\.0\.0\/1: tcp 443 to a part of the internet/ },
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

const onlyHttps: Change = (n) => {
  addDatabase(n);
  n.securityGroup().egress = [groupRule('192.0.2.0/24', [443, 443])];
};

testRule('sg-egress-blocks-destination', {
  asks: [asking('10.0.40.7:5432'), asking('s3'), asking('internet')],
  passes: {
    'all of it is let out': (n) => addDatabase(n),
  },
  flags: {
    'three targets on two ports: one finding, and a rule for each port with what was asked for': [
      onlyHttps,
      {
        ...culprit,
        severity: 'error',
        message: /: tcp 5432 to 10\.0\.40\.7 and tcp 443 to s3 and the internet is dropped\.$/,
        commands: (n) =>
          [
            'IpProtocol=tcp,FromPort=5432,ToPort=5432,IpRanges=[{CidrIp=10.0.40.7/32}]',
            'IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=0.0.0.0/0}],PrefixListIds=[{PrefixListId=pl-6da54004}]',
          ].map(
            (permission) =>
              `aws ec2 authorize-security-group-egress --group-id ${n.securityGroup().id} --ip-permissions '${permission}'`,
          ),
      },
    ],
  },
});
