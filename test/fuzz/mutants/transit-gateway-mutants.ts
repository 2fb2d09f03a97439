import { type Mutant, mutant } from './mutant.ts';

const routing = 'transit-gateway-routing.ts';
const table = 'path/transit-gateway-table.ts';

/** Faults in what the route tables of transit gateways do. */
export const transitGatewayMutants: readonly Mutant[] = [
  mutant(
    'a blackhole of a transit gateway falls back to a shorter prefix',
    routing,
    'if (range?.family !== axis.family) continue;',
    "if (range?.family !== axis.family || route.state === 'blackhole') continue;",
  ),
  mutant(
    'the shortest prefix of a transit gateway wins',
    routing,
    'prefixLength(a.range) - prefixLength(b.range)',
    'prefixLength(b.range) - prefixLength(a.range)',
  ),
  mutant(
    'a propagated route of a transit gateway beats a static one',
    routing,
    "if (type === 'propagated') return 0;",
    "if (type === 'propagated') return 3;",
  ),
  mutant(
    "a prefix list's route of a transit gateway beats a static one",
    routing,
    'prefixListId === null ? 2 : 1',
    'prefixListId === null ? 2 : 3',
  ),
  mutant(
    'of two routes of a transit gateway the one that drops is taken',
    table,
    "routes.every(({ state }) => state === 'blackhole')",
    "routes.some(({ state }) => state === 'blackhole')",
  ),
  mutant(
    'a transit gateway passes on what matches no route',
    table,
    "return { drops: { ...nothing, why: 'no-route', routeTableId: tableId } };",
    "return outOfSight(tableId, 'goes on');",
  ),
  mutant(
    'a transit gateway passes on what comes from an attachment without a route table',
    table,
    "return { drops: { ...nothing, why: 'no-association' } };",
    "return outOfSight(id, 'goes on');",
  ),
  mutant(
    "another account's transit gateway shows which table decides",
    table,
    'transitGatewayOwnerId === null || transitGatewayOwnerId !== accountOf(context.fn)',
    'transitGatewayOwnerId === null',
  ),
  mutant(
    'an association that is only being made counts for a transit gateway',
    table,
    "if (association.state !== 'associated')",
    "if (association.state !== 'associated' && association.state !== 'associating')",
  ),
  mutant(
    'a transit gateway treats all addresses of a route of the VPC alike',
    'path/path-key.ts',
    'mayGoByTransitGateway(plan, choice) ?',
    "mayGoByTransitGateway(plan, choice) && plan.table.id === 'rtb-none' ?",
  ),
];
