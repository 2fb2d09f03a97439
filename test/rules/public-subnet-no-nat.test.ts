import type { Change } from '../support/network.ts';
import { groupRule, sendAll } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const firstTableIsPublic: Change = (n) => {
  n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
};

testRule('public-subnet-no-nat', {
  passes: {
    'an IPv6 route to the internet gateway': (n) =>
      n.addRoute('private-a', '::/0', { kind: 'internet-gateway', id: n.internetGateway().id }),
    'a function on a capacity provider, whose instances have public addresses': (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      n.function().network = {
        kind: 'capacity-provider',
        capacityProviderArn: 'arn:aws:lambda:x:1:capacity-provider:y',
      };
    },
    'a public subnet behind a group that lets nothing out, which is the root cause': (n) => {
      firstTableIsPublic(n);
      n.securityGroup().egress = [groupRule('10.0.0.0/16', 'all')];
    },
  },
  flags: {
    'a private table that leads straight to the internet gateway': [
      firstTableIsPublic,
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → igw-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        fixCommand: /^aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=/,
      },
    ],
    'a function in the public subnets': [
      (n) => {
        n.network().subnetIds = [n.subnet('public-a').id, n.subnet('public-b').id];
      },
      {
        severity: 'error',
        message: /public address/,
        resource: (n) => n.routeTable('public').id,
        destination: '0.0.0.0/0',
        question: toInternet,
      },
    ],
    'half of the internet straight to the internet gateway': [
      (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'internet-gateway', id: n.internetGateway().id }),
      {
        severity: 'warning',
        message: /128\.0\.0\.0\/1 → igw-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
      },
    ],
  },
  skips: { routeTables: firstTableIsPublic },
});
