import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import { defaultQuestion } from '../../src/model/target.ts';
import { network } from '../support/network.ts';
import { sendAll } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

testRule('missing-permission', {
  passes: {
    'an empty list is no denied list': (n) => {
      n.all.dhcpOptions.length = 0;
    },
    'an endpoint that does not know a feature nobody needs': (n) =>
      n.deny('vpcBlockPublicAccessExclusions', 'unsupported by this endpoint'),
  },
  flags: {
    'a denied read that leaves the answer unknown': [
      (n) => n.deny('natGateways'),
      {
        severity: 'warning',
        message: /ec2:DescribeNatGateways/,
        resource: () => 'ec2:DescribeNatGateways',
        fixCommand: /^lambda-net-doctor iam-policy$/,
      },
    ],
    'a denied read that leaves the answer unknown, the internet was asked for': [
      (n) => n.deny('natGateways'),
      {
        severity: 'warning',
        message: /ec2:DescribeNatGateways/,
        resource: () => 'ec2:DescribeNatGateways',
        question: toInternet,
      },
    ],
    'a throttled read, for which no permission is asked': [
      (n) => n.deny('routeTables', 'throttled'),
      {
        severity: 'warning',
        message: /ec2:DescribeRouteTables .*throttled/,
        resource: () => 'ec2:DescribeRouteTables',
      },
    ],
    'a denied read on which nothing depends': [
      (n) => n.deny('instances'),
      {
        severity: 'note',
        message: /^ec2:DescribeInstances could not be read \(access denied\); no answer depends on it\.$/,
        resource: () => 'ec2:DescribeInstances',
      },
    ],
    'a denied read behind a hop that blocks anyway': [
      (n) => {
        sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
        n.deny('networkInterfaces');
      },
      { severity: 'note', message: /ec2:DescribeNetworkInterfaces/, resource: () => 'ec2:DescribeNetworkInterfaces' },
    ],
  },
});

describe('several denied reads', () => {
  it('the second of which is not called needless while the first leaves the answer unknown', () => {
    const snapshot = network((n) => {
      n.deny('subnets');
      n.deny('natGateways');
    });
    const { functions } = snapshot.sections;
    const items = functions.status === 'collected' ? functions.items.slice(0, 1) : [];
    const options = { questions: [defaultQuestion], allHops: false, rules: ['missing-permission'], toolVersion: '0' };
    const [report] = diagnose(snapshot, { ...options, functions: items }).document.functions;
    expect(report?.findings.map(({ message }) => message)).toEqual([
      'ec2:DescribeSubnets could not be read (access denied), so an answer is unknown.',
      'ec2:DescribeNatGateways could not be read (access denied); an answer that is unknown may depend on it too.',
    ]);
  });
});
