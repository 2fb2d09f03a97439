import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const free =
  (subnet: string, count: number | null): Change =>
  (n) => {
    n.subnet(subnet).availableIpAddressCount = count;
  };
const resource = (n: Parameters<Change>[0]): string => n.subnet('private-a').id;

testRule('subnet-low-free-ips', {
  passes: {
    'eight free addresses': free('private-a', 8),
    'a subnet that the function does not use': free('public-a', 0),
    'a count that the answer left out': free('private-a', null),
    'an IPv6-only subnet, which has no IPv4 addresses to count': (n) => {
      free('private-a', 0)(n);
      n.subnet('private-a').cidr = null;
    },
  },
  flags: {
    'no free address': [free('private-a', 0), { severity: 'warning', message: /subnet-\w+/, resource }],
    'one free address in a subnet of a version': [
      (n) => {
        free('private-a', 1)(n);
        n.function().qualifier = 'live';
      },
      {
        severity: 'warning',
        message: /1 free IPv4 address left/,
        resource,
        fixCommand:
          /--function-name orders-api --vpc-config SubnetIds=subnet-\w+,subnet-\w+,subnet-\w+,'<new subnet>',SecurityGroupIds=sg-\w+$/,
      },
    ],
    'seven free addresses': [free('private-a', 7), { severity: 'warning', message: /\b7\b/, resource }],
  },
  skips: { subnets: free('private-a', 0) },
});
