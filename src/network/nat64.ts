import type { Route } from '../model/kinds/route-tables.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Doubt } from './doubt.ts';
import { effectiveRouteTable } from './effective-route-table.ts';
import { translatedRange } from './path/private-address.ts';
import { destinationRanges, isDoubt } from './route-destination.ts';
import { targetText } from './words.ts';
import type { Sender, World } from './world.ts';

/** Whether a route may take addresses that stand for IPv4 addresses to a NAT gateway. */
const mayTranslate = (world: World, route: Route): boolean => {
  if (route.target.kind !== 'nat-gateway' || route.state === 'blackhole') return false;
  const ranges = destinationRanges(world, route);
  const { family, from, to } = translatedRange;
  return isDoubt(ranges) || ranges.some((range) => range.family === family && range.from < to && from < range.to);
};

/**
 * Why what is called by name may be called past IPv4: with DNS64 on, the resolver of the VPC also gives addresses of
 * 64:ff9b::/96 for names that have IPv4 addresses only, and a NAT gateway takes them to these. Null where it cannot be so.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export const doubtOverNat64 = (world: World, { network }: Sender, subnet: Subnet): Doubt | null => {
  if (subnet.enableDns64 !== true || (network.kind === 'vpc' && !network.ipv6AllowedForDualStack)) return null;
  const found = effectiveRouteTable(world, subnet);
  const tables = found.status === 'found' ? [found.table] : found.candidates;
  for (const { id, routes } of tables) {
    const route = routes.find((each) => mayTranslate(world, each));
    if (route === undefined) continue;
    const what = `names lead over NAT64 as well: DNS64 is on in ${subnet.id}, and ${id} sends its addresses to ${targetText(route.target)}`;
    return { kind: 'not-evaluated', resource: subnet.id, what };
  }
  return null;
};
