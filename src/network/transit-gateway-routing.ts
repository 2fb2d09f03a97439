import type { TransitGatewayRoute } from '../model/kinds/transit-gateway-route-tables.ts';
import { type AddressRange, parseCidr, prefixLength } from './address.ts';
import { type Axis, spanOf } from './axis.ts';

/** All routes of one range of which the transit gateway takes one; several where it cannot be told which. */
interface RangeRoutes {
  readonly range: AddressRange;
  readonly routes: readonly TransitGatewayRoute[];
}

/** The routes of a transit gateway's table on the axis: `choices[atom]` is an index of `ranges`, -1 for no route. */
export interface TransitGatewayPlan {
  readonly ranges: readonly RangeRoutes[];
  readonly choices: Int32Array;
  /** A destination that is no range, which could match any address. */
  readonly unreadable: TransitGatewayRoute | null;
}

/** Ranges of the routes that are ranges. */
export const transitGatewayRanges = (routes: readonly TransitGatewayRoute[]): AddressRange[] =>
  routes.flatMap(({ cidr }) => parseCidr(cidr) ?? []);

/**
 * A static route, then one of a prefix list, then a propagated one; null where the place of its type is not documented.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview
 */
const preferenceOf = ({ type, prefixListId }: TransitGatewayRoute): number | null => {
  if (type === 'propagated') return 0;
  if (type !== 'static') return null;
  return prefixListId === null ? 2 : 1;
};

const preferred = (routes: readonly TransitGatewayRoute[]): readonly TransitGatewayRoute[] => {
  const ranks = routes.map(preferenceOf);
  if (ranks.includes(null)) return routes;
  const best = Math.max(...ranks.map((rank) => rank ?? 0));
  return routes.filter((_, index) => ranks[index] === best);
};

const byRange = (axis: Axis, routes: readonly TransitGatewayRoute[]): RangeRoutes[] => {
  const ranges = new Map<string, { range: AddressRange; routes: TransitGatewayRoute[] }>();
  for (const route of routes) {
    const range = parseCidr(route.cidr);
    if (range?.family !== axis.family) continue;
    const key = `${range.from}-${range.to}`;
    const known = ranges.get(key);
    if (known === undefined) ranges.set(key, { range, routes: [route] });
    else known.routes.push(route);
  }
  return [...ranges.values()].map((each) => ({ ...each, routes: preferred(each.routes) }));
};

/** The longest prefix wins, whatever its state: a blackhole drops the packet and never falls back. */
export const transitGatewayPlan = (axis: Axis, routes: readonly TransitGatewayRoute[]): TransitGatewayPlan => {
  const ranges = byRange(axis, routes).sort((a, b) => prefixLength(a.range) - prefixLength(b.range));
  const choices = new Int32Array(axis.atoms).fill(-1);
  for (const [index, { range }] of ranges.entries()) {
    const span = spanOf(axis, range);
    choices.fill(index, span.from, span.to);
  }
  const unreadable = routes.find(({ cidr }) => parseCidr(cidr) === null) ?? null;
  return { ranges, choices, unreadable };
};

/** The routes of which one takes the addresses of an atom; none where no route matches. */
export const transitGatewayRoutesAt = (
  { ranges, choices }: TransitGatewayPlan,
  atom: number,
): readonly TransitGatewayRoute[] => ranges[choices[atom] ?? -1]?.routes ?? [];
