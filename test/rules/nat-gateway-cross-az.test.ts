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
  },
  flags: {
    'one zone uses the NAT gateway of another': [
      borrowed,
      { severity: 'note', message: /nat-\w+.*euw1-az1/, resource: (n) => n.natGateway('nat-a').id },
    ],
    'one NAT gateway for three zones': [
      oneForAll,
      { severity: 'note', message: /nat-\w+.*euw1-az1/, resource: (n) => n.natGateway('nat-a').id },
    ],
  },
  skips: { natGateways: borrowed, routeTables: borrowed, subnets: borrowed },
});
