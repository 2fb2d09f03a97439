import type { Route, RouteTableAssociation } from '../../model/kinds/route-tables.ts';
import { inBlock } from './block.ts';
import type { Facts, FactsTable } from './facts.ts';
import { findOrNull } from './items.ts';
import type { RouteLine } from './route-lines.ts';

type Serves = 'yes' | 'no' | 'unclear';

const servesNow = ({ state }: RouteTableAssociation): Serves => {
  if (state === null || state === 'associated') return 'yes';
  return state === 'disassociated' || state === 'failed' ? 'no' : 'unclear';
};

const tableBy = (
  tables: readonly FactsTable[],
  matches: (association: RouteTableAssociation, table: FactsTable) => boolean,
): FactsTable | 'none' | 'unclear' => {
  for (const table of tables)
    for (const association of table.associations) {
      const serves = matches(association, table) ? servesNow(association) : 'no';
      if (serves !== 'no') return serves === 'yes' ? table : 'unclear';
    }
  return 'none';
};

/**
 * The table of a subnet: the one associated with it, else the main table of its VPC; null if that cannot be told.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export const tableOfSubnet = (facts: Facts, subnetId: string | null, vpcId: string | null): FactsTable | null => {
  const tables = facts.routeTables;
  if (tables === null || subnetId === null) return null;
  const own = tableBy(tables, (association) => association.subnetId === subnetId);
  if (own !== 'none') return own === 'unclear' ? null : own;
  const main = tableBy(tables, ({ main }, table) => main && table.vpcId === vpcId);
  return main === 'none' || main === 'unclear' ? null : main;
};

const targetText = ({ target }: Route): string =>
  'id' in target ? target.id : 'arn' in target ? target.arn : 'raw' in target ? target.raw : target.kind;

const sameEnd = (one: Route, other: Route): boolean =>
  one.state === other.state && one.target.kind === other.target.kind && targetText(one) === targetText(other);

/** Whether a route is that of a gateway endpoint, which takes the addresses of its service out of the internet. */
export const isGatewayEndpointRoute = (facts: Facts, { destination, target }: Route): boolean => {
  if (target.kind !== 'vpc-endpoint' || destination.kind !== 'prefix-list') return false;
  return findOrNull(facts.vpcEndpoints, target.id)?.type === 'Gateway';
};

/** Below 0: the other line wins; 0: AWS takes one of the two at random. */
const compare = (one: RouteLine, other: RouteLine): number => {
  const longer = (one.block?.length ?? 0) - (other.block?.length ?? 0);
  if (longer !== 0) return longer;
  return one.rank === null || other.rank === null ? 0 : one.rank - other.rank;
};

const bestLines = (table: FactsTable, address: number): readonly RouteLine[] => {
  let best: RouteLine[] = [];
  for (const line of table.lines) {
    if (line.block === null || !inBlock(address, line.block)) continue;
    const [other] = best;
    const order = other === undefined ? 1 : compare(line, other);
    if (order > 0) best = [];
    if (order >= 0) best.push(line);
  }
  return best;
};

/**
 * The longest prefix wins; among equals a static route, then a prefix list, then a propagated route. A blackhole wins
 * like any other. Several routes are given where AWS may take any of them: equals, and prefix lists that could not be
 * read. https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export const routesFor = (facts: Facts, table: FactsTable, address: number): readonly (Route | null)[] => {
  const best = bestLines(table, address);
  const unbeatable = best.some(({ block, rank }) => block?.length === 32 && rank === 2);
  const routes: (Route | null)[] = best.length === 0 ? [null] : [];
  for (const { route } of best)
    if (!routes.some((other) => other !== null && sameEnd(other, route))) routes.push(route);
  for (const { route, block } of unbeatable ? [] : table.lines) {
    if (block !== null || isGatewayEndpointRoute(facts, route)) continue;
    if (!routes.some((other) => other !== null && sameEnd(other, route))) routes.push(route);
  }
  return routes;
};
