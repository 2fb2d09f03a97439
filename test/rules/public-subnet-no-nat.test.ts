import { moveToProvider } from '../support/capacity-provider.ts';
import type { Change, Network } from '../support/network.ts';
import { groupRule, sendAll, shareVpc } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const firstTableIsPublic: Change = (n) => {
  n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
};

const inPublicSubnets: Change = (n) => {
  n.network().subnetIds = [n.subnet('public-a').id, n.subnet('public-b').id];
};
const inPublicTable = {
  severity: 'error',
  message: /sends 0\.0\.0\.0\/0 → igw-\w+, which serves only interfaces with a public address/,
  resource: (n: Network) => n.routeTable('public').id,
  destination: '0.0.0.0/0',
} as const;
const attachTo = (n: Network, ...names: string[]): string =>
  `aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=${names.map((name) => n.subnet(name).id).join(',')},SecurityGroupIds=${n.securityGroup().id}`;

testRule('public-subnet-no-nat', {
  passes: {
    'an IPv6 route to the internet gateway': (n) =>
      n.addRoute('private-a', '::/0', { kind: 'internet-gateway', id: n.internetGateway().id }),
    'a function on a capacity provider, whose instances can have public addresses': (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      moveToProvider(n);
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
        commands: (n) => [attachTo(n, 'private-b', 'private-c')],
        fixText: /^Take subnet-\w+ off the function.*or send 0\.0\.0\.0\/0 of that subnet to a NAT gateway/,
      },
    ],
    'a function in the public subnets: the private subnets of the same zones are proposed': [
      inPublicSubnets,
      { ...inPublicTable, question: toInternet, commands: (n) => [attachTo(n, 'private-a', 'private-b')] },
    ],
    'one of two subnets is public: the other one stays': [
      (n) => {
        n.network().subnetIds = [n.subnet('private-a').id, n.subnet('public-b').id];
      },
      { ...inPublicTable, commands: (n) => [attachTo(n, 'private-a', 'private-b')] },
    ],
    'a private subnet without free addresses is not proposed': [
      (n) => {
        inPublicSubnets(n);
        n.subnet('private-a').availableIpAddressCount = 0;
      },
      { ...inPublicTable, commands: (n) => [attachTo(n, 'private-b')] },
    ],
    'private subnets behind NAT gateways that do not work are not proposed': [
      (n) => {
        inPublicSubnets(n);
        n.natGateway('nat-a').state = 'failed';
        n.route('private-b').state = 'blackhole';
      },
      { ...inPublicTable, commands: (n) => [attachTo(n, 'private-c')] },
    ],
    'IPv6 stays allowed': [
      (n) => {
        inPublicSubnets(n);
        n.network().ipv6AllowedForDualStack = true;
      },
      { ...inPublicTable, fixCommand: /SecurityGroupIds=sg-\w+,Ipv6AllowedForDualStack=true$/ },
    ],
    'an alias: its version is frozen': [
      (n) => {
        inPublicSubnets(n);
        n.function().qualifier = 'live';
        n.function().version = '7';
      },
      { ...inPublicTable, fixText: /Then publish a version and let callers of live use it/ },
    ],
    'a VPC with public subnets and nothing else: the first NAT gateway, then private subnets': [
      (n) => {
        inPublicSubnets(n);
        n.all.natGateways.length = 0;
      },
      {
        ...inPublicTable,
        fixText: /private subnet with a route to a NAT gateway is needed/,
        commands: (n) => [
          `aws ec2 create-nat-gateway --subnet-id ${n.subnet('public-a').id} --allocation-id '<allocation id of an Elastic IP address>'`,
          "aws ec2 create-route --route-table-id '<route table of the private subnets>' --destination-cidr-block 0.0.0.0/0 --nat-gateway-id '<new NAT gateway>'",
          `aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds='<private subnets>',SecurityGroupIds=${n.securityGroup().id}`,
        ],
      },
    ],
    'no private subnet leads out, but a NAT gateway stands ready': [
      (n) => {
        firstTableIsPublic(n);
        n.network().subnetIds = [n.subnet('private-a').id];
        n.route('private-b').state = 'blackhole';
        n.route('private-c').state = 'blackhole';
      },
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → igw-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-a').id}`,
        ],
      },
    ],
    'a public subnet of a VPC that another account shares: the function is moved by its owner': [
      (n) => {
        inPublicSubnets(n);
        shareVpc(n);
      },
      { ...inPublicTable, actor: 'you', commands: (n) => [attachTo(n, 'private-a', 'private-b')] },
    ],
    'half of the internet straight to the internet gateway': [
      (n) => n.addRoute('private-a', '128.0.0.0/1', { kind: 'internet-gateway', id: n.internetGateway().id }),
      {
        severity: 'warning',
        message: /128\.0\.0\.0\/1 → igw-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 128.0.0.0/1 --nat-gateway-id ${n.natGateway('nat-a').id}`,
        ],
      },
    ],
  },
  skips: { routeTables: firstTableIsPublic },
});
