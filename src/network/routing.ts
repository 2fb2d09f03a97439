import type { Route, RouteTable } from '../model/kinds/route-tables.ts';
import { addressBits, prefixLength } from './address.ts';
import { isAnnounced, withoutAnnouncedOwn } from './announced-routes.ts';
import { type Axis, type Span, spanOf } from './axis.ts';
import type { Doubt } from './doubt.ts';
import { destinationRanges, isDoubt } from './route-destination.ts';
import { lookup, type World } from './world.ts';

/** What a table does with an address. */
export type RouteChoice =
  | { readonly kind: 'route'; readonly route: Route }
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
  /** That of a static route to one single address. */
  readonly highestRank: number;
}

/** One destination of one route; a higher rank wins. */
interface Entry {
  readonly index: number;
  readonly route: Route;
  readonly rank: number;
  readonly span: Span;
}

/** Stands for no route among the indexes of routes. */
export const noRoute = -1;
const unclear = -2;

const staticRoute = 2;

/** Among routes of the same prefix: a static route, then a prefix list's, then a propagated one. */
const preference = (route: Route): number => {
  if (isAnnounced(route) || route.origin === 'Advertisement') return 0;
  return route.destination.kind === 'prefix-list' ? 1 : staticRoute;
};

/** The longest prefix wins, then the preferred kind. */
const rankOf = (length: number, preferred: number): number => length * 4 + preferred;

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
  const every: Entry[] = [];
  const uncertain: Route[] = [];
  let doubt: Doubt | null = null;
  for (const [index, route] of table.routes.entries()) {
    const ranges = destinationRanges(world, route);
    if (!isDoubt(ranges)) {
      for (const range of ranges)
        if (range.family === axis.family)
          every.push({ index, route, span: spanOf(axis, range), rank: rankOf(prefixLength(range), preference(route)) });
    } else if (!isGatewayEndpointRoute(world, route)) {
      doubt = ranges;
      uncertain.push(route);
    }
  }
  const entries = withoutAnnouncedOwn(every).sort((a, b) => a.rank - b.rank);
  const ranks = new Int32Array(axis.atoms).fill(-1);
  for (const { index, rank, span } of entries) {
    for (let atom = span.from; atom < span.to; atom += 1) {
      const isLonger = ranks[atom] !== rank;
      const rival = table.routes[choices[atom] ?? noRoute];
      choices[atom] = isLonger || sameTarget(rival, table.routes[index]) ? index : unclear;
      ranks[atom] = rank;
    }
  }
  const highestRank = rankOf(addressBits[axis.family], staticRoute);
  return { table, choices, alike: alikeOf(table), uncertain, doubt, entries, highestRank };
};

/** Whether several routes match an address equally well. */
export const isTie = ({ choices }: RoutePlan, atom: number): boolean => choices[atom] === unclear;

/** Routes of the highest rank that match an address. */
const tiedRoutes = ({ entries, table }: RoutePlan, atom: number): Route[] => {
  const matching = entries.filter(({ span }) => span.from <= atom && atom < span.to);
  const highest = matching.at(-1)?.rank;
  return matching.flatMap(({ index, rank }) => (rank === highest ? (table.routes[index] ?? []) : []));
};

/** Routes that may win besides; no prefix list comes before a static route to the one address. */
const rivalsAt = ({ entries, highestRank, uncertain }: RoutePlan, atom: number): readonly Route[] => {
  const isUnbeatable = entries.some(({ rank, span }) => rank === highestRank && span.from === atom);
  return isUnbeatable ? uncertain.filter(({ destination }) => destination.kind !== 'prefix-list') : uncertain;
};

/** Routes that cannot be read leave nothing open where the one that wins otherwise leads the same way. */
export const routeAt = (plan: RoutePlan, atom: number): RouteChoice => {
  const index = plan.choices[atom] ?? noRoute;
  const { table, doubt } = plan;
  const route = table.routes[index];
  const uncertain = doubt === null ? [] : rivalsAt(plan, atom);
  if (index === unclear) {
    const what = `two routes of ${table.id} match the same addresses equally well`;
    const equals: Doubt = { kind: 'not-evaluated', resource: table.id, what };
    return { kind: 'unclear', doubt: doubt ?? equals, candidates: [...uncertain, ...tiedRoutes(plan, atom)] };
  }
  if (doubt !== null && !uncertain.every((other) => sameTarget(other, route)))
    return { kind: 'unclear', doubt, candidates: [...uncertain, route ?? null] };
  return route === undefined ? { kind: 'none' } : { kind: 'route', route };
};
