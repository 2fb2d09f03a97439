import type { Change } from '../support/network.ts';
import { addPeering, addTransitGateway, shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const onMainTable: Change = (n) => n.disassociate('public-a');
const resource = (n: Parameters<Change>[0]): string => n.natGateway('nat-a').id;

testRule('nat-gateway-no-igw-path', {
  passes: {
    'two halves to the internet gateway': (n) => {
      const { target } = n.route('public');
      n.removeRoute('public');
      n.addRoute('public', '0.0.0.0/1', target);
      n.addRoute('public', '128.0.0.0/1', target);
    },
    'a transit gateway behind the NAT gateways': (n) => {
      n.route('public').target = addTransitGateway(n, 'public-a', 'public-b', 'public-c');
    },
    'an endpoint behind the NAT gateways': (n) => {
      n.route('public').target = { kind: 'vpc-endpoint', id: 'vpce-0a6189079df5d49b9' };
    },
    'a blackhole in the public table, which says it already': (n) => {
      n.route('public').state = 'blackhole';
    },
    'an internet gateway that is not attached, which says it already': (n) => {
      n.internetGateway().attachments = [];
    },
    'a regional NAT gateway, which stands in no subnet': (n) => {
      n.natGateway('nat-a').availabilityMode = 'regional';
      n.natGateway('nat-a').subnetId = null;
    },
    'a NAT gateway in a private subnet that no route of the function uses': (n) => {
      n.natGateway('nat-a').subnetId = n.subnet('private-a').id;
      n.route('private-a').target = n.route('private-b').target;
    },
  },
  flags: {
    "the NAT gateway's subnet is on a main table that is local only": [
      onMainTable,
      {
        severity: 'error',
        message: /nat-\w+ stands in subnet-\w+, whose route table rtb-\w+ has no route to the internet/,
        resource: (n) => n.routeTable('main').id,
        commands: (n) => [
          `aws ec2 create-route --route-table-id ${n.routeTable('main').id} --destination-cidr-block 0.0.0.0/0 --gateway-id ${n.internetGateway().id}`,
        ],
      },
    ],
    'a main table that private subnets use too: the NAT gateway gets the public table instead': [
      (n) => {
        onMainTable(n);
        n.disassociate('private-b');
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'error',
        message: /has no route to the internet/,
        resource: (n) => n.routeTable('main').id,
        commands: (n) => [
          `aws ec2 associate-route-table --subnet-id ${n.subnet('public-a').id} --route-table-id ${n.routeTable('public').id}`,
        ],
      },
    ],
    'three NAT gateways behind one table without a default route': [
      (n) => n.removeRoute('public'),
      {
        severity: 'error',
        message: /nat-\w+ stands in subnet-\w+, whose route table rtb-\w+ has no route to the internet/,
        resource: (n) => n.routeTable('public').id,
        commands: (n) => [
          `aws ec2 create-route --route-table-id ${n.routeTable('public').id} --destination-cidr-block 0.0.0.0/0 --gateway-id ${n.internetGateway().id}`,
        ],
      },
    ],
    'a peering connection behind the NAT gateways': [
      (n) => {
        n.route('public').target = addPeering(n);
      },
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → pcx-\w+, which never leads to the internet/,
        resource: (n) => n.routeTable('public').id,
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('public').id} --destination-cidr-block 0.0.0.0/0 --gateway-id ${n.internetGateway().id}`,
        ],
      },
    ],
    'a VPC that another account shares: that account has to act': [
      (n) => {
        n.removeRoute('public');
        shareVpc(n);
      },
      {
        severity: 'error',
        message: /has no route to the internet/,
        resource: (n) => n.routeTable('public').id,
        actor: 'owner-account',
      },
    ],
    'a NAT gateway in the subnet that it serves: the route goes to one of another zone': [
      (n) => {
        n.natGateway('nat-a').subnetId = n.subnet('private-a').id;
      },
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → nat-\w+, back to the NAT gateway itself.*inferred from/,
        resource,
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-b').id}`,
        ],
      },
    ],
    'the only NAT gateway, in the subnet that it serves: a new one in a public subnet': [
      (n) => {
        n.natGateway('nat-a').subnetId = n.subnet('private-a').id;
        for (const name of ['nat-b', 'nat-c']) n.remove(n.natGateway(name));
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'error',
        message: /back to the NAT gateway itself/,
        resource,
        commands: (n) => [
          `aws ec2 create-nat-gateway --subnet-id ${n.subnet('public-a').id} --allocation-id '<allocation id of an Elastic IP address>'`,
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id '<new NAT gateway>'`,
        ],
      },
    ],
    "a NAT gateway in the function's own table: its subnet gets the public one": [
      (n) => n.associate('public-a', 'private-a'),
      {
        severity: 'error',
        message: /back to the NAT gateway itself.*inferred from/,
        resource,
        commands: (n) => [
          `aws ec2 replace-route-table-association --association-id rtbassoc-0public-a --route-table-id ${n.routeTable('public').id}`,
        ],
      },
    ],
    "a NAT gateway in the function's own table, and no public table in the VPC: a new table": [
      (n) => {
        n.associate('public-a', 'private-a');
        n.removeRoute('public');
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'error',
        message: /back to the NAT gateway itself/,
        resource,
        commands: (n) => [
          `aws ec2 create-route-table --vpc-id ${n.vpc().id}`,
          `aws ec2 create-route --route-table-id '<new route table>' --destination-cidr-block 0.0.0.0/0 --gateway-id ${n.internetGateway().id}`,
          "aws ec2 replace-route-table-association --association-id rtbassoc-0public-a --route-table-id '<new route table>'",
        ],
      },
    ],
  },
  skips: { natGateways: onMainTable, routeTables: onMainTable, subnets: onMainTable },
});
