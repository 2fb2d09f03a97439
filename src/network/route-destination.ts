import type { Route, RouteTable } from '../model/kinds/route-tables.ts';
import { type AddressRange, parseCidr } from './address.ts';
import type { Doubt } from './doubt.ts';
import { lookup, type World } from './world.ts';

/** Ranges that a route matches, or why they are not known. */
export const destinationRanges = (world: World, route: Route): readonly AddressRange[] | Doubt => {
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

export const isDoubt = (ranges: readonly AddressRange[] | Doubt): ranges is Doubt => 'kind' in ranges;

/** Every range that a table matches. */
export const routeTableRanges = (world: World, table: RouteTable): AddressRange[] =>
  table.routes.flatMap((route) => {
    const ranges = destinationRanges(world, route);
    return isDoubt(ranges) ? [] : [...ranges];
  });
