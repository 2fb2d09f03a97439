import type { Change } from '../support/network.ts';
import { shareVpc } from '../support/resources.ts';
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
    'a deleted NAT gateway, where the other zones have some that work': [
      (n) => {
        blackhole(n);
        n.natGateway('nat-a').state = 'deleted';
      },
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → nat-\w+ in state blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-b').id}`,
        ],
        fixText: /traffic between zones costs/,
      },
    ],
    'a deleted NAT gateway that was the last one: a new one in the public subnet of the zone': [
      (n) => {
        blackhole(n);
        n.all.natGateways.length = 0;
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'error',
        message: /blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        commands: (n) => [
          `aws ec2 create-nat-gateway --subnet-id ${n.subnet('public-a').id} --allocation-id '<allocation id of an Elastic IP address>'`,
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id '<new NAT gateway>'`,
        ],
      },
    ],
    'a NAT gateway of a VPC that another account shares: that account has to act': [
      (n) => {
        blackhole(n);
        shareVpc(n);
        n.all.natGateways.length = 0;
      },
      {
        severity: 'error',
        message: /blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        actor: 'owner-account',
        fixCommand: /--nat-gateway-id '<NAT gateway>'$/,
      },
    ],
    'a NAT instance that can be brought back': [
      (n) => {
        blackhole(n);
        n.route('private-a').target = { kind: 'network-interface', id: 'eni-0c9b8a7f6e5d4c3b2', instanceId: null };
      },
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → eni-0c9b8a7f6e5d4c3b2 in state blackhole/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        fixText: /bring eni-0c9b8a7f6e5d4c3b2 back/,
        fixCommand: /--nat-gateway-id nat-0d683c820daadd41e$/,
      },
    ],
    'a prefix list as destination': [
      (n) => {
        blackhole(n);
        const cidrs = { status: 'known' as const, value: ['0.0.0.0/0'] };
        n.all.prefixLists.push({ id: 'pl-0123456789abcdef0', name: 'all', ownerId: '123456789012', cidrs });
        n.route('private-a').destination = { kind: 'prefix-list', id: 'pl-0123456789abcdef0' };
      },
      {
        severity: 'error',
        message: /pl-0123456789abcdef0 → nat-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: 'pl-0123456789abcdef0',
        fixCommand: /--destination-prefix-list-id pl-0123456789abcdef0 --nat-gateway-id nat-/,
      },
    ],
    'the undocumented state filtered, as a warning': [
      (n) => {
        n.route('private-a').state = 'filtered';
      },
      {
        severity: 'warning',
        message: /0\.0\.0\.0\/0 → nat-\w+ in state filtered/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        question: toInternet,
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
        commands: (n) => [
          `aws ec2 attach-internet-gateway --internet-gateway-id ${n.internetGateway().id} --vpc-id ${n.vpc().id}`,
        ],
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
