import type { Route, RouteTarget } from '../../model/kinds/route-tables.ts';
import type { Address } from './block.ts';
import type { Facts, FactsTable } from './facts.ts';
import { find } from './items.ts';
import { Walk } from './packet.ts';
import type { Place } from './place.ts';
import { routesFor } from './route-choice.ts';
import { destinationText } from './route-lines.ts';
import { tableOfSubnet, tablesOfSubnet } from './subnet-tables.ts';
import { decideByTransitGateway } from './transit-gateway.ts';

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

/** States in which an endpoint carries nothing any more. */
const carriesNothing: readonly string[] = ['deleted', 'failed', 'rejected', 'expired'];

const isGone = (facts: Facts, place: Place, target: RouteTarget): boolean => {
  const endpoint = target.kind === 'vpc-endpoint' ? find(facts.vpcEndpoints, target.id) : 'unread';
  const nat = target.kind === 'nat-gateway' ? find(facts.natGateways, target.id) : 'unread';
  if (endpoint === 'absent' || nat === 'absent') return !place.shared;
  if (endpoint !== 'unread') return carriesNothing.includes(endpoint.state);
  return nat !== 'unread' && (nat.state === 'failed' || nat.state === 'deleted');
};

/** Ends that no packet to the internet gets through, or that lie out of sight. */
export const leaveForElsewhere = (walk: Walk, facts: Facts, place: Place, route: Route): boolean => {
  const { target } = route;
  if (target.kind === 'vpc-peering-connection')
    return walk.meet('peering-connection', target.id, 'blocks', "serves only the other VPC's addresses");
  if (target.kind === 'transit-gateway') {
    const [decision, why] = decideByTransitGateway(facts, place, target.id);
    return walk.meet('transit-gateway', target.id, decision, why);
  }
  if (target.kind === 'vpc-endpoint' || target.kind === 'nat-gateway') {
    const gone = isGone(facts, place, target);
    return walk.meet(target.kind, target.id, gone ? 'blocks' : 'unknown', gone ? 'is not there' : 'is not evaluated');
  }
  return walk.meet('route', 'id' in target ? target.id : target.kind, 'unknown', 'goes on out of sight');
};

/** A reply comes straight to the function, or on a way that the request never took. */
export const bringBack: Follow = (walk, { target }, tableId) =>
  walk.meet('route', tableId, target.kind === 'local' ? 'passes' : 'unknown', 'the way of the replies');
