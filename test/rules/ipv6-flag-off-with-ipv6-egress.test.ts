import { withIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { testRule, toInternet6 } from '../support/rule-test.ts';

const turnOff = (n: Network): void => {
  n.network().ipv6AllowedForDualStack = false;
};

testRule('ipv6-flag-off-with-ipv6-egress', {
  asks: [toInternet6],
  passes: {
    'the function may use IPv6': withIpv6(() => undefined),
    'no route leads out either': withIpv6((n) => {
      turnOff(n);
      for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`, '::/0');
    }),
    'the subnets have no IPv6 either': (n) => {
      n.function().timeout = 1;
    },
  },
  flags: {
    'the function may not use IPv6': [
      withIpv6(turnOff),
      {
        severity: 'error',
        message: /^orders-api may not send IPv6, since Ipv6AllowedForDualStack is off/,
        resource: (n) => n.function().arn,
        commands: (n) => [
          `aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=${n.network().subnetIds.join(',')},SecurityGroupIds=${n.network().securityGroupIds.join(',')},Ipv6AllowedForDualStack=true`,
        ],
      },
    ],
    'the group lets no IPv6 out, and the way is there': [
      withIpv6((n) => {
        turnOff(n);
        n.securityGroup().egress = n.securityGroup().egress.filter(({ peer }) => peer.kind !== 'ipv6');
      }),
      { severity: 'error', message: /Ipv6AllowedForDualStack is off/, resource: (n) => n.function().arn },
    ],
  },
});
