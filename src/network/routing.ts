import type { Route, RouteTable } from '../model/kinds/route-tables.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import { type AddressRange, parseCidr, prefixLength } from './address.ts';
import { type Axis, spanOf } from './axis.ts';
import type { Doubt } from './doubt.ts';
import { itemsOf, lookup, type World } from './world.ts';

/** How a subnet comes by its table. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export type EffectiveRouteTable =
  | { readonly status: 'found'; readonly table: RouteTable; readonly how: 'explicit' | 'main' }
  | { readonly status: 'unknown'; readonly doubt: Doubt };

/** The table associated with the subnet, else the VPC's main table. */
export const effectiveRouteTable = (world: World, subnet: Subnet): EffectiveRouteTable => {
  if (world.routeTables.status === 'unavailable') return { status: 'unknown', doubt: world.routeTables.doubt };
  const tables = itemsOf(world.routeTables).filter((table) => table.vpcId === subnet.vpcId);
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

/** What a table does with an address. `index` is the route's place in the table, for grouping. */
export type RouteChoice =
  | { readonly kind: 'route'; readonly route: Route; readonly index: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly doubt: Doubt };

/** A table on the axis: `choices[atom]` is a route's index, -1 for no route, -2 where it cannot be told. */
export interface RoutePlan {
  readonly table: RouteTable;
  readonly choices: Int32Array;
  readonly doubt: Doubt | null;
}

const noRoute = -1;
const unclear = -2;

/** Among routes of the same prefix: a static route, then a prefix list's, then a propagated one. */
const preference = (route: Route): number => {
  if (route.origin === 'EnableVgwRoutePropagation' || route.origin === 'Advertisement') return 0;
  return route.destination.kind === 'prefix-list' ? 1 : 2;
};

/** Ranges that a route matches; null if they could not be read. */
const destinationRanges = (world: World, route: Route): readonly AddressRange[] | Doubt => {
  const { destination } = route;
  if (destination.kind === 'ipv4' || destination.kind === 'ipv6') {
    const range = parseCidr(destination.cidr);
    return range === null ? { kind: 'missing', resource: destination.cidr } : [range];
  }
  if (destination.kind === 'unknown')
    return { kind: 'not-evaluated', resource: destination.raw, what: `a route has the destination ${destination.raw}` };
  const list = lookup(world.prefixLists, destination.id);
  if (list.status === 'unavailable') return list.doubt;
  if (list.status === 'missing') return { kind: 'missing', resource: destination.id };
  const { cidrs } = list.item;
  if (cidrs.status === 'unavailable')
    return { kind: 'unavailable', section: 'prefixLists', action: cidrs.action, reason: cidrs.reason };
  return cidrs.value.map(parseCidr).filter((range): range is AddressRange => range !== null);
};

const sameTarget = (a: Route, b: Route | undefined): boolean => JSON.stringify(a.target) === JSON.stringify(b?.target);

const isDoubt = (ranges: readonly AddressRange[] | Doubt): ranges is Doubt => 'kind' in ranges;

export const routeTableRanges = (world: World, table: RouteTable): AddressRange[] =>
  table.routes.flatMap((route) => {
    const ranges = destinationRanges(world, route);
    return isDoubt(ranges) ? [] : [...ranges];
  });

/** Whether a route is one that a gateway endpoint put into the table: a prefix list to a `Gateway` endpoint. */
export const isGatewayEndpointRoute = (world: World, route: Route): boolean => {
  if (route.destination.kind !== 'prefix-list' || route.target.kind !== 'vpc-endpoint') return false;
  const endpoint = lookup(world.vpcEndpoints, route.target.id);
  return endpoint.status === 'found' && endpoint.item.type === 'Gateway';
};

/**
 * The route that wins for every atom: the longest prefix, whatever its state; among equals the preferred kind. A
 * blackhole that wins drops the packet and never falls back to a shorter prefix.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export const routePlan = (world: World, axis: Axis, table: RouteTable): RoutePlan => {
  const choices = new Int32Array(axis.atoms).fill(noRoute);
  const painted: { readonly index: number; readonly rank: number; readonly range: AddressRange }[] = [];
  let doubt: Doubt | null = null;
  for (const [index, route] of table.routes.entries()) {
    const ranges = destinationRanges(world, route);
    if (!isDoubt(ranges)) {
      for (const range of ranges)
        if (range.family === axis.family)
          painted.push({ index, range, rank: prefixLength(range) * 4 + preference(route) });
    } else if (!isGatewayEndpointRoute(world, route)) doubt = ranges;
  }
  if (doubt !== null) return { table, choices: choices.fill(unclear), doubt };
  painted.sort((a, b) => a.rank - b.rank);
  const ranks = new Int32Array(axis.atoms).fill(-1);
  for (const { index, rank, range } of painted) {
    const span = spanOf(axis, range);
    for (let atom = span.from; atom < span.to; atom += 1) {
      const rival = ranks[atom] === rank ? table.routes[choices[atom] ?? noRoute] : undefined;
      choices[atom] = rival === undefined || sameTarget(rival, table.routes[index]) ? index : unclear;
      ranks[atom] = rank;
    }
  }
  return { table, choices, doubt };
};

export const routeAt = (plan: RoutePlan, atom: number): RouteChoice => {
  const index = plan.choices[atom] ?? noRoute;
  if (index === noRoute) return { kind: 'none' };
  const route = plan.table.routes[index];
  if (route !== undefined) return { kind: 'route', route, index };
  const what = `two routes of ${plan.table.id} match the same addresses equally well`;
  return { kind: 'unclear', doubt: plan.doubt ?? { kind: 'not-evaluated', resource: plan.table.id, what } };
};
