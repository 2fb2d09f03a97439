import type { Network } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const carryAddress = (n: Network): void => {
  for (const address of n.networkInterface('10.0.11.57').privateIpAddresses) address.publicIp = '203.0.113.97';
};

const makePublic = (n: Network): void => {
  n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
};

const both = (n: Network): void => {
  carryAddress(n);
  makePublic(n);
};

testRule('eip-on-lambda-interface', {
  passes: {
    'a public subnet without such an address': makePublic,
    'such an address in a subnet that goes out by a NAT gateway': carryAddress,
  },
  flags: {
    'a public address in a public subnet': [
      both,
      {
        severity: 'warning',
        message: /carries a public address and sends through igw-\w+: that works until Lambda replaces the interface/,
        resource: (n) => n.networkInterface('10.0.11.57').id,
        fixCommand: /^aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=/,
      },
    ],
  },
  skips: { networkInterfaces: (n) => both(n) },
});
