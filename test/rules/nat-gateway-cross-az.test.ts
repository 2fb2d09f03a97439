import type { Change } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const borrowed: Change = (n) => {
  n.route('private-b').target = n.route('private-a').target;
};
const oneForAll: Change = (n) => {
  borrowed(n);
  n.route('private-c').target = n.route('private-a').target;
};

testRule('nat-gateway-cross-az', {
  passes: {
    'one subnet with the NAT gateway of its zone': (n) => {
      n.network().subnetIds = [n.subnet('private-a').id];
    },
    'a regional NAT gateway for all zones': (n) => {
      oneForAll(n);
      n.natGateway('nat-a').availabilityMode = 'regional';
      n.natGateway('nat-a').subnetId = null;
    },
    'a NAT instance in one zone': addNatInstance,
    'a NAT gateway of another zone that only private addresses use': (n) =>
      n.addRoute('private-b', '10.50.0.0/16', n.route('private-a').target),
    'a far NAT gateway behind a security group that lets nothing out': (n) => {
      borrowed(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'one zone uses the NAT gateway of another': [
      borrowed,
      {
        severity: 'note',
        message: /nat-\w+.*euw1-az1.*euw1-az2/,
        resource: (n) => n.natGateway('nat-a').id,
        fixCommand:
          /^aws ec2 replace-route --route-table-id rtb-06484f1e4fd45c7e8 .*0\.0\.0\.0\/0 --nat-gateway-id nat-016f31aec44a25d42$/,
      },
    ],
    'one NAT gateway for two zones, and none in the second': [
      (n) => {
        borrowed(n);
        n.remove(n.natGateway('nat-b'));
      },
      {
        severity: 'note',
        message: /euw1-az2/,
        resource: (n) => n.natGateway('nat-a').id,
        fixCommand: /^aws ec2 create-nat-gateway --subnet-id subnet-05b6588807095c880 /,
      },
    ],
    'one NAT gateway for three zones': [
      oneForAll,
      { severity: 'note', message: /nat-\w+.*euw1-az1/, resource: (n) => n.natGateway('nat-a').id },
    ],
  },
  skips: { natGateways: borrowed, routeTables: borrowed, subnets: borrowed },
});
