import type { Change } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const withoutAddress: Change = (n) => {
  for (const address of addNatInstance(n).privateIpAddresses) address.publicIp = null;
};
const resource = (n: Parameters<Change>[0]): string => n.networkInterface('10.0.1.80').id;

testRule('nat-instance-no-public-ip', {
  passes: {
    'a NAT instance with a public address': addNatInstance,
    'a NAT instance with source/destination check on as well, which is the root cause': (n) => {
      withoutAddress(n);
      n.networkInterface('10.0.1.80').sourceDestCheck = true;
    },
  },
  flags: {
    'no public address on any interface': [
      withoutAddress,
      {
        severity: 'error',
        message: /eni-\w+|i-\w+/,
        resource,
        fixCommand: /^aws ec2 associate-address .*--network-interface-id eni-\w+/,
      },
    ],
    'a public address on another interface of the instance': [
      (n) => {
        withoutAddress(n);
        n.all.networkInterfaces.push({
          ...n.networkInterface('10.0.1.80'),
          id: 'eni-00000000000000002',
          privateIpAddresses: [{ address: '10.0.1.81', publicIp: '203.0.113.80', primary: true }],
        });
      },
      { severity: 'warning', message: /eni-\w+/, resource },
    ],
  },
  skips: { networkInterfaces: withoutAddress },
});
