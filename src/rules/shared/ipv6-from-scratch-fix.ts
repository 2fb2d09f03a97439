import type { Fix } from '../../model/report.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import type { Occurrence } from '../rule.ts';
import { egressOnlyGatewayFix } from './egress-only-gateway-fix.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { allowIpv6Command, hasIpv6Range, ipv6RangeCommands } from './ipv6-range-commands.ts';
import { thenPublish } from './vpc-config.ts';

/** Route tables of these subnets that name no way at all for IPv6. */
const tablesWithoutDefault = ({ subnets, hints }: FixContext, where: Occurrence): string[] => {
  const tables = subnets
    .filter(({ id }) => where.subnetIds.includes(id))
    .map((subnet) => effectiveRouteTable(hints, subnet))
    .flatMap((found) => (found.status === 'found' ? [found.table] : []));
  const without = tables.filter(({ routes }) =>
    routes.every(({ destination }) => destination.kind !== 'ipv6' || destination.cidr !== '::/0'),
  );
  return [...new Set<string>(without.map(({ id }) => id))];
};

/** All that a function needs for IPv6 where the network has none of it: ranges, routes, a gateway, its own setting. */
export const ipv6FromScratchFix = (context: FixContext, where: Occurrence): Fix => {
  const { fn, hints, subnets } = context;
  const bare = subnets.filter((subnet) => where.subnetIds.includes(subnet.id) && !hasIpv6Range(subnet));
  const changes = tablesWithoutDefault(context, where).map(
    (tableId) => ({ verb: 'create-route', tableId, destination: '::/0' }) as const,
  );
  const ways = changes.length === 0 ? null : egressOnlyGatewayFix(context, where, changes);
  const ranges = bare.length === 0 ? '' : 'Give the subnets an IPv6 range. ';
  return {
    text: `${ranges}${ways?.text ?? 'Mend what the finding names.'} Then let the function use IPv6.${thenPublish(fn)}`,
    commands: [...ipv6RangeCommands(hints, bare), ...(ways?.commands ?? []), allowIpv6Command(fn)],
    actor: ways?.actor ?? 'you',
  };
};
