import { withIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { testRule, toInternet6 } from '../support/rule-test.ts';

const takeRange = (n: Network): void => {
  n.subnet('private-a').ipv6Cidrs = [];
};

const message = /^Subnet subnet-\w+ has no IPv6 range, so orders-api has no IPv6 address there/;

testRule('ipv6-subnet-not-dual-stack', {
  asks: [toInternet6],
  passes: {
    'all subnets are dual-stack': withIpv6(() => undefined),
    'a subnet that the function does not use has no range': withIpv6((n) => {
      n.subnet('public-a').ipv6Cidrs = [];
    }),
    'a range that is being associated': withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.state = 'associating';
    }),
    'a private range, which is one': withIpv6((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.addressAttribute = 'private';
    }),
  },
  flags: {
    'one subnet has no range': [
      withIpv6(takeRange),
      {
        severity: 'error',
        message,
        resource: (n) => n.subnet('private-a').id,
        commands: (n) => [
          `aws ec2 associate-subnet-cidr-block --subnet-id ${n.subnet('private-a').id} --ipv6-cidr-block '<a /64 of the range of the VPC>'`,
        ],
      },
    ],
    'neither the subnet nor the VPC has a range': [
      withIpv6((n) => {
        takeRange(n);
        n.vpc().ipv6Cidrs = [];
      }),
      {
        severity: 'error',
        message,
        resource: (n) => n.subnet('private-a').id,
        fixCommand: /^aws ec2 associate-vpc-cidr-block --vpc-id vpc-\w+ --amazon-provided-ipv6-cidr-block$/,
      },
    ],
    'one subnet has IPv6 only': [
      withIpv6((n) => {
        n.subnet('private-a').ipv6Native = true;
        n.subnet('private-a').cidr = null;
      }),
      {
        severity: 'error',
        message: /has IPv6 only, which Lambda does not support/,
        resource: (n) => n.subnet('private-a').id,
        commands: (n) => [
          `aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=${n.subnet('private-b').id},${n.subnet('private-c').id},'<dual-stack subnet>',SecurityGroupIds=${n.network().securityGroupIds.join(',')},Ipv6AllowedForDualStack=true`,
        ],
      },
    ],
  },
  skips: { subnets: withIpv6(takeRange) },
});
