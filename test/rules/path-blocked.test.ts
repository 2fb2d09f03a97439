import { addNatInstance } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

testRule('path-blocked', {
  passes: {
    'a defect that has a rule of its own': (n) => {
      n.route('private-a').state = 'blackhole';
    },
    'a path that cannot be told': (n) => n.deny('natGateways'),
  },
  flags: {
    'a NAT instance in a subnet without a way to the internet gateway': [
      (n) => {
        addNatInstance(n);
        n.disassociate('public-a');
      },
      { severity: 'error', message: /eni-\w+|rtb-\w+/, resource: (n) => n.routeTable('main').id },
    ],
  },
});
