import type { Route, RouteTable } from '../../model/kinds/route-tables.ts';
import { parseCidr } from '../../network/address.ts';
import { axisOf, spanOf } from '../../network/axis.ts';
import { routeTableRanges } from '../../network/route-destination.ts';
import { routeAt, routePlan } from '../../network/routing.ts';
import type { World } from '../../network/world.ts';

/**
 * The routes of a table that win for the addresses of a CIDR block, null where none matches; null for all if it cannot
 * be told. https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export const winningRoutes = (world: World, table: RouteTable, cidr: string): readonly (Route | null)[] | null => {
  const range = parseCidr(cidr);
  if (range === null) return null;
  const axis = axisOf(range.family, [range, ...routeTableRanges(world, table)]);
  const plan = routePlan(world, axis, table);
  const { from, to } = spanOf(axis, range);
  const choices = Array.from({ length: to - from }, (_, index) => routeAt(plan, from + index));
  if (choices.some(({ kind }) => kind === 'unclear')) return null;
  return choices.map((choice) => (choice.kind === 'route' ? choice.route : null));
};
