import type { Route } from '../../model/kinds/route-tables.ts';
import type { Address } from './block.ts';
import type { Facts, FactsTable } from './facts.ts';
import { Walk } from './packet.ts';
import type { Place } from './place.ts';
import { routesFor } from './route-choice.ts';
import { destinationText } from './route-lines.ts';
import { tableOfSubnet, tablesOfSubnet } from './subnet-tables.ts';

/** Goes on where one active route of a table leads. */
export type Follow = (walk: Walk, route: Route, tableId: string) => boolean;

const followOne = (walk: Walk, tableId: string, route: Route | null, follow: Follow): boolean => {
  if (route === null) return walk.meet('route', tableId, 'blocks', 'no route');
  const text = destinationText(route);
  if (route.state === 'active') return walk.meet('route', tableId, 'passes', text) && follow(walk, route, tableId);
  if (route.state === 'blackhole') return walk.meet('route', tableId, 'blocks', `${text} is a blackhole`);
  return walk.meet('route', tableId, 'unknown', `${text} is ${route.state}`);
};

/** Follows the route that a table has for an address. Where AWS may take several, each is followed. */
export const takeRouteOf = (walk: Walk, facts: Facts, table: FactsTable, address: Address, follow: Follow): boolean => {
  const routes = routesFor(facts, table, address);
  if (routes.length === 1) return followOne(walk, table.id, routes[0] ?? null, follow);
  const forks = routes.map((route) => {
    const fork = new Walk();
    followOne(fork, table.id, route, follow);
    return fork;
  });
  return walk.join(forks, table.id);
};

/** The same by the table of a subnet. */
export const takeRoute = (walk: Walk, facts: Facts, place: Place, address: Address, follow: Follow): boolean => {
  const table = tableOfSubnet(facts, place);
  if (table === null) return walk.meet('route', place.subnetId ?? '', 'unknown', 'its route table is not known');
  return takeRouteOf(walk, facts, table, address, follow);
};

/** The same from the function's own subnet, by every table that may be its own. */
export const leaveByRoute = (walk: Walk, facts: Facts, place: Place, address: Address, follow: Follow): boolean => {
  const tables = tablesOfSubnet(facts, place);
  const [only, second] = tables;
  if (only === undefined) return takeRoute(walk, facts, place, address, follow);
  if (second === undefined) return takeRouteOf(walk, facts, only, address, follow);
  const forks = tables.map((table) => {
    const fork = new Walk();
    takeRouteOf(fork, facts, table, address, follow);
    return fork;
  });
  return walk.join(forks, place.subnetId ?? '');
};

/** A reply comes straight to the function, or on a way that the request never took. */
export const bringBack: Follow = (walk, { target }, tableId) =>
  walk.meet('route', tableId, target.kind === 'local' ? 'passes' : 'unknown', 'the way of the replies');
