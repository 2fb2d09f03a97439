import type { Route, RouteTable } from '../model/kinds/route-tables.ts';
import { type AddressRange, parseCidr, prefixLength } from './address.ts';
import { type Axis, type Span, spanOf } from './axis.ts';
import type { Doubt } from './doubt.ts';
import { lookup, type World } from './world.ts';

/** What a table does with an address. `index` is the route's place in the table, for grouping. */
export type RouteChoice =
  | { readonly kind: 'route'; readonly route: Route; readonly index: number }
  | { readonly kind: 'none' }
  /** `candidates` are all routes that can be the one; null stands for no route at all. */
  | { readonly kind: 'unclear'; readonly doubt: Doubt; readonly candidates: readonly (Route | null)[] };

/**
 * A table on the axis: `choices[atom]` is a route's index, -1 for no route, -2 where two routes match equally well.
 * `uncertain` are routes whose destination could not be read, each of which can match any address.
 */
export interface RoutePlan {
  readonly table: RouteTable;
  readonly choices: Int32Array;
  /** For each route the first of the table that has its target and state. */
  readonly alike: readonly number[];
  readonly uncertain: readonly Route[];
  readonly doubt: Doubt | null;
  readonly entries: readonly Entry[];
}

/** One destination of one route; a higher rank wins. */
interface Entry {
  readonly index: number;
  readonly rank: number;
  readonly span: Span;
}

/** Stands for no route among the indexes of routes. */
export const noRoute = -1;
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

const alikeOf = ({ routes }: RouteTable): number[] => {
  const first = new Map<string, number>();
  return routes.map(({ target, state }, index) => {
    const key = JSON.stringify([target, state]);
    const known = first.get(key) ?? index;
    first.set(key, known);
    return known;
  });
};

const sameTarget = (a: Route | undefined, b: Route | undefined): boolean =>
  a !== undefined && a.state === b?.state && JSON.stringify(a.target) === JSON.stringify(b.target);

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
  const entries: Entry[] = [];
  const uncertain: Route[] = [];
  let doubt: Doubt | null = null;
  for (const [index, route] of table.routes.entries()) {
    const ranges = destinationRanges(world, route);
    if (!isDoubt(ranges)) {
      for (const range of ranges)
        if (range.family === axis.family)
          entries.push({ index, span: spanOf(axis, range), rank: prefixLength(range) * 4 + preference(route) });
    } else if (!isGatewayEndpointRoute(world, route)) {
      doubt = ranges;
      uncertain.push(route);
    }
  }
  entries.sort((a, b) => a.rank - b.rank);
  const ranks = new Int32Array(axis.atoms).fill(-1);
  for (const { index, rank, span } of entries) {
    for (let atom = span.from; atom < span.to; atom += 1) {
      const isLonger = ranks[atom] !== rank;
      const rival = table.routes[choices[atom] ?? noRoute];
      choices[atom] = isLonger || sameTarget(rival, table.routes[index]) ? index : unclear;
      ranks[atom] = rank;
    }
  }
  return { table, choices, alike: alikeOf(table), uncertain, doubt, entries };
};

/** Whether several routes match an address equally well. */
export const isTie = ({ choices }: RoutePlan, atom: number): boolean => choices[atom] === unclear;

/** Routes of the highest rank that match an address. */
const tiedRoutes = ({ entries, table }: RoutePlan, atom: number): Route[] => {
  const matching = entries.filter(({ span }) => span.from <= atom && atom < span.to);
  const highest = matching.at(-1)?.rank;
  return matching.flatMap(({ index, rank }) => (rank === highest ? (table.routes[index] ?? []) : []));
};

export const routeAt = (plan: RoutePlan, atom: number): RouteChoice => {
  const index = plan.choices[atom] ?? noRoute;
  const { table, uncertain } = plan;
  const route = table.routes[index];
  if (index === unclear) {
    const what = `two routes of ${table.id} match the same addresses equally well`;
    const doubt: Doubt = plan.doubt ?? { kind: 'not-evaluated', resource: table.id, what };
    return { kind: 'unclear', doubt, candidates: [...uncertain, ...tiedRoutes(plan, atom)] };
  }
  if (plan.doubt !== null) return { kind: 'unclear', doubt: plan.doubt, candidates: [...uncertain, route ?? null] };
  return route === undefined ? { kind: 'none' } : { kind: 'route', route, index };
};
