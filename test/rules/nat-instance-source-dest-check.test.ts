import type { Change } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const checked: Change = (n) => {
  addNatInstance(n).sourceDestCheck = true;
};

testRule('nat-instance-source-dest-check', {
  passes: {
    'a NAT instance with the check off': addNatInstance,
    'a stopped NAT instance, which is the root cause': (n) => {
      checked(n);
      n.instance('nat-instance').state = 'stopped';
    },
    "Lambda's own interfaces, whose check is on": (n) => {
      n.networkInterface('10.0.11.57').status = 'associated';
    },
  },
  flags: {
    'the check is on': [
      checked,
      {
        severity: 'error',
        message: /eni-\w+/,
        resource: (n) => n.networkInterface('10.0.1.80').id,
        fixCommand:
          /^aws ec2 modify-network-interface-attribute --network-interface-id eni-\w+ --no-source-dest-check$/,
      },
    ],
  },
  skips: { networkInterfaces: checked },
});
