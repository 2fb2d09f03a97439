import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Fix } from '../../model/report.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import { destinationText } from '../../network/words.ts';
import type { World } from '../../network/world.ts';
import { fixBy, type Occurrence } from '../rule.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { natGatewayFix } from './nat-gateway-fix.ts';

const destination = '0.0.0.0/0';

/** The tables of these subnets that have no default route over IPv4, each with the subnets that it serves. */
const tablesWithoutDefault = (world: World, subnets: readonly Subnet[]): ReadonlyMap<string, string[]> => {
  const tables = new Map<string, string[]>();
  for (const subnet of subnets) {
    const table = effectiveRouteTable(world, subnet);
    const id = table.status === 'found' ? table.table.id : '<route table>';
    if (table.status === 'found' && table.table.routes.some((route) => destinationText(route) === destination))
      continue;
    tables.set(id, [...(tables.get(id) ?? []), subnet.id]);
  }
  return tables;
};

const joined = (fixes: readonly Fix[], otherwise: string): Fix => ({
  text: `${fixes.map(({ text }) => text).join(' ')}${otherwise}`,
  commands: [...new Set(fixes.flatMap(({ commands }) => commands))],
  actor: fixes[0]?.actor ?? 'you',
});

/** Gives every table of these subnets that has no default route over IPv4 one to a NAT gateway. */
export const defaultRouteFix = (context: FixContext, where: Occurrence, otherwise: string): Fix => {
  const subnets = context.subnets.filter(({ id }) => where.subnetIds.includes(id));
  const lacking = [...tablesWithoutDefault(context.hints, subnets)];
  if (lacking.length === 0) return fixBy(`Mend the way over IPv4 as the other findings say.${otherwise}`);
  return joined(
    lacking.map(([tableId, subnetIds]) =>
      natGatewayFix(context, { ...where, subnetIds }, { verb: 'create-route', tableId, destination }),
    ),
    otherwise,
  );
};
