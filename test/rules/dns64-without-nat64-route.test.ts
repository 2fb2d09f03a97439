import { addIpv6, withIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { testRule, toInternet6 } from '../support/rule-test.ts';

const nat64 = '64:ff9b::/96';

const turnOn = (n: Network): void => {
  n.subnet('private-a').enableDns64 = true;
};

const natA = (n: Network) => ({ kind: 'nat-gateway', id: n.natGateway('nat-a').id }) as const;

testRule('dns64-without-nat64-route', {
  asks: [toInternet6],
  passes: {
    'DNS64 is off': addIpv6,
    'a route to a NAT gateway': withIpv6((n) => {
      turnOn(n);
      n.addRoute('private-a', nat64, natA(n));
    }),
    'a route to a NAT gateway for a range around it': withIpv6((n) => {
      turnOn(n);
      n.addRoute('private-a', '64:ff9b::/32', natA(n));
    }),
    'the function may not use IPv6': withIpv6((n) => {
      turnOn(n);
      n.network().ipv6AllowedForDualStack = false;
    }),
    'a subnet that the function does not use': withIpv6((n) => {
      n.subnet('public-a').enableDns64 = true;
    }),
  },
  flags: {
    'only ::/0, which leads to an egress-only internet gateway': [
      withIpv6(turnOn),
      {
        severity: 'warning',
        message: /^DNS64 is on for subnet-\w+, and their route table rtb-\w+ has ::\/0 → eigw-\w+ for 64:ff9b::\/96/,
        resource: (n) => n.routeTable('private-a').id,
        destination: nat64,
        commands: (n) => [
          `aws ec2 create-route --route-table-id ${n.routeTable('private-a').id} --destination-ipv6-cidr-block ${nat64} --nat-gateway-id ${n.natGateway('nat-a').id}`,
        ],
      },
    ],
    'a route for the range itself that leads elsewhere': [
      withIpv6((n) => {
        turnOn(n);
        n.addRoute('private-a', nat64, n.route('private-a', '::/0').target);
      }),
      {
        severity: 'warning',
        message: /has 64:ff9b::\/96 → eigw-/,
        resource: (n) => n.routeTable('private-a').id,
        fixCommand: /^aws ec2 replace-route /,
      },
    ],
    'no route at all': [
      withIpv6((n) => {
        turnOn(n);
        n.removeRoute('private-a', '::/0');
      }),
      { severity: 'warning', message: /has no route for 64:ff9b::\/96/, resource: (n) => n.routeTable('private-a').id },
    ],
    'a NAT gateway route in state blackhole': [
      withIpv6((n) => {
        turnOn(n);
        n.addRoute('private-a', nat64, natA(n), { state: 'blackhole' });
      }),
      { severity: 'warning', message: /DNS64 is on/, resource: (n) => n.routeTable('private-a').id },
    ],
  },
  skips: { routeTables: withIpv6(turnOn), subnets: withIpv6(turnOn) },
});
