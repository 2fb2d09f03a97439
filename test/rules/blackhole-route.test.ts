import type { Change } from '../support/network.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const blackhole: Change = (n) => {
  n.route('private-a').state = 'blackhole';
};

testRule('blackhole-route', {
  passes: {
    'a blackhole that the internet does not use': (n) =>
      n.addRoute('private-a', '10.99.0.0/16', { kind: 'none' }, { state: 'blackhole' }),
    'a blackhole in a table of no subnet of the function': (n) => {
      n.addRoute('main', '0.0.0.0/0', { kind: 'none' }, { state: 'blackhole' });
    },
    'a blackhole for IPv6': (n) => n.addRoute('private-a', '::/0', { kind: 'none' }, { state: 'blackhole' }),
    'a blackhole behind a group that lets nothing out, which is the root cause': (n) => {
      blackhole(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'the default route to a NAT gateway that was deleted': [
      blackhole,
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → nat-\w+.*blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        fixCommand:
          /^aws ec2 replace-route --route-table-id rtb-\w+ --destination-cidr-block 0\.0\.0\.0\/0 --nat-gateway-id /,
      },
    ],
    'the public table after the internet gateway was detached': [
      (n) => {
        n.internetGateway().attachments = [];
        n.route('public').state = 'blackhole';
      },
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → igw-\w+.*blackhole/,
        resource: (n) => n.routeTable('public').id,
        destination: '0.0.0.0/0',
      },
    ],
    'half of the internet, nobody asked': [
      (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' }),
      {
        severity: 'warning',
        message: /128\.0\.0\.0\/1.*blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
      },
    ],
    'half of the internet, which was asked for': [
      (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'none' }, { state: 'blackhole' }),
      {
        severity: 'error',
        message: /128\.0\.0\.0\/1.*blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
        question: toInternet,
      },
    ],
  },
  skips: { routeTables: blackhole },
});
