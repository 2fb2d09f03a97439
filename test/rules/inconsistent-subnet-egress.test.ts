import { aclRule, addAclRules, sendAll } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

testRule('inconsistent-subnet-egress', {
  passes: {
    'other tables and another NAT gateway, the same outcome': (n) => {
      n.route('private-b').target = n.route('private-a').target;
    },
    'all subnets blocked alike': (n) => sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id }),
    'all subnets partial alike': (n) =>
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 32767])),
    'all subnets unknown alike': (n) => n.deny('natGateways'),
  },
  flags: {
    'one of three subnets blocked': [
      (n) => {
        n.route('private-a').state = 'blackhole';
      },
      { severity: 'warning', message: /(1|one) of (3|three)/i, resource: (n) => n.function().arn },
    ],
    'two of three subnets blocked, the internet was asked for': [
      (n) => {
        n.route('private-a').state = 'blackhole';
        n.route('private-b').state = 'blackhole';
      },
      {
        severity: 'warning',
        message: /(2|two) of (3|three)/i,
        resource: (n) => n.function().arn,
        question: toInternet,
      },
    ],
  },
});
