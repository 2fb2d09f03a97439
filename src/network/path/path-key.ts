import type { Route, RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { itemsOf, lookup } from '../world.ts';
import { type PathContext, planOf, tableOf } from './context.ts';

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

const consultedTables = (context: PathContext, subnet: Subnet): RouteTable[] => {
  const [own] = tableOfSubnet(context, subnet.id);
  if (own === undefined) return [];
  const behind = own.routes.flatMap((route) => tablesBehind(context, route));
  return [...new Set([own, ...behind])];
};

/** A key that is equal for atoms with the same path: the routes that win in every table that a path consults. */
export const pathKeys = (context: PathContext): ((atom: number) => string) => {
  const plans = consultedTables(context, context.subnet).map((table) => planOf(context, table));
  return (atom) => plans.map((plan) => plan.choices[atom]).join(',');
};
