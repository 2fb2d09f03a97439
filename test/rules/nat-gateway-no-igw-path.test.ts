import type { Change } from '../support/network.ts';
import { addTransitGateway } from '../support/resources.ts';
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
    'a blackhole in the public table, which says it already': (n) => {
      n.route('public').state = 'blackhole';
    },
    'an internet gateway that is not attached, which says it already': (n) => {
      n.internetGateway().attachments = [];
    },
  },
  flags: {
    "the NAT gateway's subnet is on a main table that is local only": [
      onMainTable,
      {
        severity: 'error',
        message: /nat-\w+.*subnet-\w+/,
        resource: (n) => n.routeTable('main').id,
        fixCommand:
          /^aws ec2 (create|replace)-route --route-table-id rtb-\w+ --destination-cidr-block 0\.0\.0\.0\/0 --gateway-id /,
      },
    ],
    'three NAT gateways behind one table without a default route': [
      (n) => n.removeRoute('public'),
      { severity: 'error', message: /nat-\w+.*subnet-\w+/, resource: (n) => n.routeTable('public').id },
    ],
    'a NAT gateway in the subnet that it serves': [
      (n) => {
        n.natGateway('nat-a').subnetId = n.subnet('private-a').id;
      },
      { severity: 'error', message: /nat-\w+.*(itself|back)/, resource },
    ],
    "a NAT gateway in the function's own table": [
      (n) => n.associate('public-a', 'private-a'),
      { severity: 'error', message: /nat-\w+.*(itself|back)/, resource },
    ],
  },
  skips: { natGateways: onMainTable, routeTables: onMainTable },
});
