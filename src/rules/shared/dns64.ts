import type { Route, RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { winningRoutes } from './longest-prefix.ts';

/** The IPv6 addresses that DNS64 makes up for hosts with IPv4 only. */
export const nat64Range = '64:ff9b::/96';

/** Subnets of the function that have DNS64 on and one route table. */
export interface Dns64Table {
  readonly table: RouteTable;
  readonly subnetIds: readonly string[];
  /** The route that takes such addresses elsewhere than to a NAT gateway; null for none at all. */
  readonly wrong: Route | null;
}

/** The tables that do not send what DNS64 makes up to a NAT gateway. */
export const tablesWithoutNat64 = ({ subnets, hints }: FixContext): Dns64Table[] => {
  const tables = new Map<RouteTable, Subnet[]>();
  for (const subnet of subnets.filter(({ enableDns64 }) => enableDns64 === true)) {
    const found = effectiveRouteTable(hints, subnet);
    if (found.status === 'found') tables.set(found.table, [...(tables.get(found.table) ?? []), subnet]);
  }
  return [...tables].flatMap(([table, own]) => {
    const wrong = winningRoutes(hints, table, nat64Range)?.find(
      (route) => route?.target.kind !== 'nat-gateway' || route.state === 'blackhole',
    );
    return wrong === undefined ? [] : [{ table, subnetIds: own.map(({ id }) => id), wrong }];
  });
};
