import type { RouteTable } from '../model/kinds/route-tables.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Doubt } from './doubt.ts';
import { itemsInVpc, type World } from './world.ts';

/** How a subnet comes by its table. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export type EffectiveRouteTable =
  | { readonly status: 'found'; readonly table: RouteTable; readonly how: 'explicit' | 'main' }
  | { readonly status: 'unknown'; readonly doubt: Doubt };

/** The table associated with the subnet, else the VPC's main table. */
export const effectiveRouteTable = (world: World, subnet: Subnet): EffectiveRouteTable => {
  if (world.routeTables.status === 'unavailable') return { status: 'unknown', doubt: world.routeTables.doubt };
  const tables = itemsInVpc(world.routeTables, subnet.vpcId);
  for (const table of tables)
    for (const association of table.associations) {
      if (association.subnetId !== subnet.id) continue;
      const { state } = association;
      if (state === 'disassociated' || state === 'failed') continue;
      if (state === 'associated' || state === null) return { status: 'found', table, how: 'explicit' };
      const what = `the association of ${subnet.id} with ${table.id} is in state ${state}`;
      return { status: 'unknown', doubt: { kind: 'not-evaluated', resource: table.id, what } };
    }
  const main = tables.find((table) => table.associations.some((association) => association.main));
  if (main !== undefined) return { status: 'found', table: main, how: 'main' };
  return { status: 'unknown', doubt: { kind: 'missing', resource: `the main route table of ${subnet.vpcId}` } };
};
