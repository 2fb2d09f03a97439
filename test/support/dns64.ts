import { withIpv6 } from './ipv6.ts';
import type { Network } from './network.ts';
import { removeDefaultRoutes } from './targets.ts';

export const zones = ['a', 'b', 'c'] as const;

/** No default route of either family, and IPv6 addresses for names that have IPv4 addresses only. */
export const withDns64 = (change: (n: Network) => void) =>
  withIpv6((n) => {
    removeDefaultRoutes(n);
    for (const zone of zones) {
      n.removeRoute(`private-${zone}`, '::/0');
      n.subnet(`private-${zone}`).enableDns64 = true;
    }
    change(n);
  });

/** The addresses that stand for IPv4 addresses go to the NAT gateway of the zone. */
export const addNat64Routes = (n: Network): void => {
  for (const zone of zones)
    n.addRoute(`private-${zone}`, '64:ff9b::/96', { kind: 'nat-gateway', id: n.natGateway(`nat-${zone}`).id });
};
