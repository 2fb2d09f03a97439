import type { Change } from '../support/network.ts';
import { addTransitGateway } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const isPrivate: Change = (n) => {
  n.natGateway('nat-a').connectivityType = 'private';
  for (const address of n.natGateway('nat-a').addresses) address.publicIp = null;
};

testRule('private-nat-used-for-internet', {
  passes: {
    'a private NAT gateway in front of a transit gateway': (n) => {
      isPrivate(n);
      n.route('public').target = addTransitGateway(n, 'public-a', 'public-b', 'public-c');
    },
    'a private NAT gateway that no route uses': (n) => {
      isPrivate(n);
      n.route('private-a').target = n.route('private-b').target;
    },
  },
  flags: {
    'a private NAT gateway in front of an internet gateway': [
      isPrivate,
      {
        severity: 'error',
        message: /nat-\w+.*private/,
        resource: (n) => n.natGateway('nat-a').id,
        fixCommand: /^aws ec2 (create-nat-gateway|replace-route) /,
      },
    ],
  },
  skips: { natGateways: isPrivate },
});
