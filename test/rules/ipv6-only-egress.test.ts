import { addIpv6, withIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { testRule, toInternet, toInternet6 } from '../support/rule-test.ts';

const zones = ['a', 'b', 'c'];

const removeDefaults = (n: Network): void => {
  for (const zone of zones) n.removeRoute(`private-${zone}`);
};

testRule('ipv6-only-egress', {
  asks: [toInternet, toInternet6],
  passes: {
    'both families work': addIpv6,
    'neither family works': removeDefaults,
    'IPv4 works and IPv6 does not': withIpv6((n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`, '::/0');
    }),
  },
  flags: {
    'IPv6 works and IPv4 does not': [
      withIpv6(removeDefaults),
      {
        severity: 'warning',
        message: /^orders-api reaches the internet over IPv6 and not over IPv4 from subnet-/,
        resource: (n) => n.function().arn,
        fixCommand:
          /^aws ec2 create-route --route-table-id rtb-\w+ --destination-cidr-block 0\.0\.0\.0\/0 --nat-gateway-id nat-/,
        fixText: /AWS_USE_DUALSTACK_ENDPOINT=true/,
      },
    ],
    'IPv4 fails from one subnet by a blackhole': [
      withIpv6((n) => {
        n.route('private-a').state = 'blackhole';
      }),
      {
        severity: 'warning',
        message: /not over IPv4 from subnet-\w+: hosts/,
        resource: (n) => n.function().arn,
        commands: () => [],
        fixText: /^Mend the way over IPv4 as the other findings say/,
      },
    ],
  },
});
