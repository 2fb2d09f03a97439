import type { Change, Network } from '../support/network.ts';
import { aclRule, addAclRules, addTransitGateway, sendAll } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const firstBlocked: Change = (n) => {
  n.route('private-a').state = 'blackhole';
};
const resource = (n: Network): string => n.function().arn;
const idsOf = (n: Network, ...names: string[]): string => names.map((name) => n.subnet(name).id).join(',');
const withoutFirst = (n: Network): string =>
  `aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=${idsOf(n, 'private-b', 'private-c')},SecurityGroupIds=${n.securityGroup().id}`;

testRule('inconsistent-subnet-egress', {
  passes: {
    'other tables and another NAT gateway, the same outcome': (n) => {
      n.route('private-b').target = n.route('private-a').target;
    },
    'all subnets blocked alike': (n) => sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id }),
    'all subnets blocked, each by another cause': (n) => {
      n.route('private-a').state = 'blackhole';
      n.removeRoute('private-b');
      n.route('private-c').target = { kind: 'internet-gateway', id: n.internetGateway().id };
    },
    'all subnets partial alike': (n) =>
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 32767])),
    'all subnets unknown alike': (n) => n.deny('natGateways'),
    'one subnet blocked and none that is proven to work': (n) =>
      sendAll(n, addTransitGateway(n, 'private-a', 'private-b')),
    'a part of the internet so small that it is an exception': (n) =>
      n.addRoute('private-a', '198.41.0.0/24', { kind: 'none' }, { state: 'blackhole' }),
    'a function with one subnet': (n) => {
      firstBlocked(n);
      n.network().subnetIds = [n.subnet('private-a').id];
    },
  },
  flags: {
    'one of three subnets blocked': [
      firstBlocked,
      {
        severity: 'warning',
        message: /from 2 of its 3 subnets and fails from 1 of 3: Lambda chooses the subnet/,
        resource,
        commands: (n) => [withoutFirst(n)],
        fixText: /until then, take it off the function/,
      },
    ],
    'two of three subnets blocked, the internet was asked for': [
      (n) => {
        n.route('private-a').state = 'blackhole';
        n.route('private-b').state = 'blackhole';
      },
      { severity: 'warning', message: /from 1 of its 3 subnets and fails from 2 of 3/, resource, question: toInternet },
    ],
    'one of three subnets reaches half of the internet': [
      (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' }),
      { severity: 'warning', message: /works only in part from 1 of 3/, resource },
    ],
    'one of three subnets cannot be followed: no command, since nothing is proven to fail': [
      (n) => {
        n.natGateway('nat-a').state = 'deleting';
      },
      {
        severity: 'warning',
        message: /from 2 of its 3 subnets and for 1 of 3 it cannot be told: .* may work/,
        resource,
        commands: () => [],
      },
    ],
    'one subnet works, one fails, one cannot be told': [
      (n) => {
        firstBlocked(n);
        n.natGateway('nat-b').state = 'pending';
      },
      { severity: 'warning', message: /fails from 1 of 3 and for 1 of 3 it cannot be told/, resource },
    ],
    'an alias, whose version has to be published anew': [
      (n) => {
        firstBlocked(n);
        n.function().qualifier = 'live';
        n.function().version = '7';
      },
      { severity: 'warning', message: /fails from 1 of 3/, resource, fixText: /publish a version.*live/ },
    ],
  },
});
