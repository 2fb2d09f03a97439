import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const oneSubnet: Change = (n) => {
  n.network().subnetIds = [n.subnet('private-a').id];
};

testRule('single-az', {
  passes: {
    'two subnets in two zones': (n) => {
      n.network().subnetIds = [n.subnet('private-a').id, n.subnet('private-b').id];
    },
    'zones of one name and three ids': (n) => {
      for (const subnet of n.all.subnets) subnet.availabilityZone = 'eu-west-1a';
    },
    'a function that is not in a VPC': (n) => {
      n.function().network = { kind: 'none' };
    },
  },
  flags: {
    'one subnet': [
      oneSubnet,
      {
        severity: 'warning',
        message: /orders-api .*euw1-az1/,
        resource: (n) => n.function().arn,
        fixCommand:
          /^aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=subnet-070c844d1699a6fb6,subnet-\w+,SecurityGroupIds=sg-06f22a59f54066c8c$/,
      },
    ],
    'three subnets in one zone': [
      (n) => {
        for (const subnet of n.all.subnets) subnet.availabilityZoneId = 'euw1-az2';
      },
      { severity: 'warning', message: /euw1-az2/, resource: (n) => n.function().arn },
    ],
  },
  skips: { subnets: oneSubnet },
});
