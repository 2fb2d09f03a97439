import type { Route, RouteTable } from '../../model/kinds/route-tables.ts';
import { isTie, noRoute, type RoutePlan } from '../routing.ts';
import { itemsOf, lookup } from '../world.ts';
import { ownTables, type PathContext, planOf, tableOf } from './context.ts';
import { internalAddresses, isTranslatedAt } from './private-address.ts';
import { transitGatewayKey } from './transit-gateway-table.ts';

const tableOfSubnet = (context: PathContext, id: string | null): RouteTable[] => {
  const subnet = id === null ? null : lookup(context.world.subnets, id);
  if (subnet?.status !== 'found') return [];
  const table = tableOf(context, subnet.item);
  return table.status === 'found' ? [table.table] : [];
};

/** Tables that decide where a packet goes behind a route: that of the device's subnet, or the device's own. */
const tablesBehind = (context: PathContext, { target }: Route): RouteTable[] => {
  const { world } = context;
  if (target.kind === 'nat-gateway') {
    const nat = lookup(world.natGateways, target.id);
    if (nat.status !== 'found') return [];
    const own = nat.item.routeTableId === null ? null : lookup(world.routeTables, nat.item.routeTableId);
    return [...(own?.status === 'found' ? [own.item] : []), ...tableOfSubnet(context, nat.item.subnetId)];
  }
  if (target.kind === 'network-interface' || target.kind === 'instance')
    return itemsOf(world.networkInterfaces)
      .filter((eni) => eni.id === target.id || eni.instanceId === target.id)
      .flatMap((eni) => tableOfSubnet(context, eni.subnetId));
  return [];
};

const consultedTables = (context: PathContext): RouteTable[] => {
  const own = ownTables(context);
  const routes = own.flatMap((table) => {
    const { alike } = planOf(context, table);
    return table.routes.filter((_, index) => alike[index] === index);
  });
  return [...new Set([...own, ...routes.flatMap((route) => tablesBehind(context, route))])];
};

/** Behind such a route each address has gates of its own, and so has each address that is no part of the internet. */
const isInside = (route: Route | undefined): boolean =>
  route?.target.kind === 'local' || route?.target.kind === 'vpc-peering-connection';

/** Whether the packet may go to a transit gateway, whose table then decides. */
const mayGoByTransitGateway = ({ table, uncertain }: RoutePlan, choice: number): boolean =>
  [table.routes[choice], ...uncertain].some((route) => route?.target.kind === 'transit-gateway');

/** Names of the path to an address. */
export interface PathKeys {
  /** Equal where the routes that win have the same target and state, in every table that a path consults. */
  readonly alike: (atom: number) => string;
  /** Equal where the same routes win. Of several that match equally well each address has its own. */
  readonly exact: (atom: number) => string;
  /** Whether both names of two atoms are equal, which takes less than to compare them. */
  readonly sharesKey: (a: number, b: number) => boolean;
}

export const pathKeys = (context: PathContext): PathKeys => {
  const isInternal = internalAddresses(context);
  const transitKey = transitGatewayKey(context);
  const plans = consultedTables(context).map((table) => planOf(context, table));
  const keyOf = (atom: number, nameOf: (plan: RoutePlan, route: number) => number): string => {
    let key = '';
    for (const plan of plans) {
      const choice = plan.choices[atom] ?? noRoute;
      const place = isTie(plan, atom) || isInside(plan.table.routes[choice]) ? ` at ${atom}` : '';
      const transit = mayGoByTransitGateway(plan, choice) ? ` by ${transitKey(atom)}` : '';
      key += ` ${nameOf(plan, choice)}${place}${transit}`;
    }
    const side = isTranslatedAt(context, atom) ? 'translated' : isInternal(atom) ? `inside at ${atom}` : '';
    return `${side}${key}`;
  };
  const isAlone = (atom: number): boolean =>
    plans.some((plan) => isTie(plan, atom) || isInside(plan.table.routes[plan.choices[atom] ?? noRoute]));
  const takesSameRoutes = (a: number, b: number): boolean => {
    for (let index = 0; index < plans.length; index += 1) {
      const choices = plans[index]?.choices;
      if (choices?.[a] !== choices?.[b]) return false;
    }
    return true;
  };
  return {
    sharesKey: (a, b) =>
      a === b ||
      (takesSameRoutes(a, b) &&
        isTranslatedAt(context, a) === isTranslatedAt(context, b) &&
        !isInternal(a) &&
        !isInternal(b) &&
        !isAlone(b)),
    alike: (atom) => keyOf(atom, ({ alike }, route) => alike[route] ?? noRoute),
    exact: (atom) => keyOf(atom, (_, route) => route),
  };
};
