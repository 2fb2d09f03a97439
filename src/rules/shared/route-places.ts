import type { RouteTable } from '../../model/kinds/route-tables.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import { destinationText } from '../../network/words.ts';
import { itemsOf, type World } from '../../network/world.ts';
import type { Occurrence } from '../rule.ts';
import type { FixContext } from './fix-in-vpc.ts';

/** Where a route stands. */
export interface RoutePlace {
  readonly tableId: string;
  readonly destination: string;
}

const placesOf = (tables: readonly RouteTable[], targetId: string): RoutePlace[] =>
  [...new Set(tables)].flatMap((table) =>
    table.routes
      .filter(({ target }) => 'id' in target && target.id === targetId)
      .map((route) => ({ tableId: table.id, destination: destinationText(route) })),
  );

/** The routes of a VPC that lead to a target. */
export const routesTo = (hints: World, vpcId: string, targetId: string): RoutePlace[] =>
  placesOf(
    itemsOf(hints.routeTables).filter((table) => table.vpcId === vpcId),
    targetId,
  );

/** The table of a subnet of the function; if the subnet could not be read, the one that names it. */
const tablesOf = ({ subnets, hints }: FixContext, subnetId: string): readonly RouteTable[] => {
  const subnet = subnets.find(({ id }) => id === subnetId);
  if (subnet === undefined)
    return itemsOf(hints.routeTables).filter(({ associations }) =>
      associations.some((association) => association.subnetId === subnetId),
    );
  const table = effectiveRouteTable(hints, subnet);
  return table.status === 'found' ? [table.table] : [];
};

/** The routes that lead from these subnets of the function to a target. */
export const ownRoutesTo = (context: FixContext, where: Occurrence, targetId: string): RoutePlace[] =>
  placesOf(
    where.subnetIds.flatMap((id) => tablesOf(context, id)),
    targetId,
  );
