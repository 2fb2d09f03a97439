import type { Route } from '../../model/kinds/route-tables.ts';
import { type Address, inBlock, isSingle } from './block.ts';
import type { Facts, FactsTable } from './facts.ts';
import { findOrNull } from './items.ts';
import type { RouteLine } from './route-lines.ts';

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

/** Whether the VPC keeps an address to itself, so that no VPN or Direct Connect connection can take it away. */
const isKept = (table: FactsTable, address: Address): boolean =>
  table.lines.some(({ route, block }) => route.target.kind === 'local' && block !== null && inBlock(address, block));

const bestLines = (table: FactsTable, address: Address): readonly RouteLine[] => {
  let best: RouteLine[] = [];
  for (const line of table.lines) {
    if (line.block === null || !inBlock(address, line.block)) continue;
    if (line.route.origin === 'EnableVgwRoutePropagation' && isKept(table, address)) continue;
    const [other] = best;
    const order = other === undefined ? 1 : compare(line, other);
    if (order > 0) best = [];
    if (order >= 0) best.push(line);
  }
  return best;
};

/** Routes of which the destination is known, by the longest prefix; several if AWS takes one of them at random. */
export const longestRoutes = (table: FactsTable, address: Address): readonly Route[] => {
  const routes: Route[] = [];
  for (const { route } of bestLines(table, address))
    if (!routes.some((other) => sameEnd(other, route))) routes.push(route);
  return routes;
};

/**
 * The longest prefix wins; among equals a static route, then a prefix list, then a propagated route. A blackhole wins
 * like any other. Several routes are given where AWS may take any of them: equals, and prefix lists that could not be
 * read. https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export const routesFor = (facts: Facts, table: FactsTable, address: Address): readonly (Route | null)[] => {
  const best = bestLines(table, address);
  const unbeatable = best.some(({ block, rank }) => block !== null && isSingle(block, facts.family) && rank === 2);
  const routes: (Route | null)[] = best.length === 0 ? [null] : [];
  for (const { route } of best)
    if (!routes.some((other) => other !== null && sameEnd(other, route))) routes.push(route);
  for (const { route, block } of table.lines) {
    if (block !== null || isGatewayEndpointRoute(facts, route)) continue;
    if (unbeatable && route.destination.kind === 'prefix-list') continue;
    if (!routes.some((other) => other !== null && sameEnd(other, route))) routes.push(route);
  }
  return routes;
};
