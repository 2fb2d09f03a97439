import { effectiveRouteTable } from '../../network/routing.ts';
import { destinationText } from '../../network/words.ts';
import type { Occurrence } from '../rule.ts';
import type { FixContext } from './fix-in-vpc.ts';

/** A route of one of the function's subnets. */
export interface OwnRoute {
  readonly tableId: string;
  readonly destination: string;
}

/** The routes that lead from these subnets of the function to a target. */
export const ownRoutesTo = ({ subnets, hints }: FixContext, where: Occurrence, targetId: string): OwnRoute[] => {
  const routes = new Map<string, OwnRoute>();
  for (const subnet of subnets.filter(({ id }) => where.subnetIds.includes(id))) {
    const table = effectiveRouteTable(hints, subnet);
    if (table.status !== 'found') continue;
    for (const route of table.table.routes) {
      if (!('id' in route.target) || route.target.id !== targetId) continue;
      const own = { tableId: table.table.id, destination: destinationText(route) };
      routes.set(`${own.tableId} ${own.destination}`, own);
    }
  }
  return [...routes.values()];
};
