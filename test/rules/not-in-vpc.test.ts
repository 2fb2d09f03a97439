import { testRule } from '../support/rule-test.ts';

testRule('not-in-vpc', {
  passes: {
    'a function on a capacity provider': (n) => {
      n.function().network = {
        kind: 'capacity-provider',
        capacityProviderArn: 'arn:aws:lambda:x:1:capacity-provider:y',
      };
    },
    'Lambda reports no VPC id, but subnets': (n) => {
      n.network().vpcId = null;
    },
  },
  flags: {
    'a function without a VPC configuration': [
      (n) => {
        n.function().network = { kind: 'none' };
      },
      { severity: 'note', message: /orders-api .*VPC/, resource: (n) => n.function().arn },
    ],
  },
});
