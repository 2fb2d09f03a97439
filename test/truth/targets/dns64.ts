import { withIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, addAclRules } from '../../support/resources.ts';
import { removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const page = pages.nat64;
const zones = ['a', 'b', 'c'] as const;

/** No default route of either family, and IPv6 addresses for names that have IPv4 addresses only. */
const withDns64 = (change: (n: Network) => void) =>
  withIpv6((n) => {
    removeDefaultRoutes(n);
    for (const zone of zones) {
      n.removeRoute(`private-${zone}`, '::/0');
      n.subnet(`private-${zone}`).enableDns64 = true;
    }
    change(n);
  });

/** The addresses that stand for IPv4 addresses go to the NAT gateway of the zone. */
const addNat64Routes = (n: Network): void => {
  for (const zone of zones)
    n.addRoute(`private-${zone}`, '64:ff9b::/96', { kind: 'nat-gateway', id: n.natGateway(`nat-${zone}`).id });
};

/** What is called by name may be called by an address that DNS64 makes up. */
export const dns64: readonly TruthRow[] = [
  {
    name: 'DNS64 with a route to NAT gateways and no default route: a service may be reached over NAT64',
    change: withDns64(addNat64Routes),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways and no default route: an address is no name',
    change: withDns64(addNat64Routes),
    target: '198.41.0.7:443',
    ...blockedBy('no-internet-route'),
    findings: 3,
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 without a route for its addresses and no default route: a service is out of reach',
    change: withDns64(() => {}),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with routes to NAT gateways that are blackholes, and no default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.route(`private-${zone}`, '64:ff9b::/96').state = 'blackhole';
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, for a function that may not use IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.network().ipv6AllowedForDualStack = false;
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways beside default routes that work',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
      addNat64Routes(n);
    }),
    target: 'secretsmanager',
    ...reachable,
    silent: ['egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and half of the replies over IPv4 are dropped',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
      addNat64Routes(n);
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 33_279]));
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page,
    uncertain: 'programs that take the addresses that DNS64 makes up have no reply dropped',
  },
];
