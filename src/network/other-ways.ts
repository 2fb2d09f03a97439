import type { AwsService } from '../model/aws-hosts.ts';
import type { RouteTable } from '../model/kinds/route-tables.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import type { Doubt } from './doubt.ts';
import { effectiveRouteTable } from './effective-route-table.ts';
import { destinationRanges, isDoubt } from './route-destination.ts';
import { isGatewayEndpointRoute } from './routing.ts';
import type { World } from './world.ts';

const networkRoutes: readonly string[] = [
  'transit-gateway',
  'vpc-peering-connection',
  'virtual-private-gateway',
  'core-network',
];

const tablesOf = (world: World, subnet: Subnet): readonly RouteTable[] => {
  const table = effectiveRouteTable(world, subnet);
  return table.status === 'found' ? [table.table] : [];
};

/** An endpoint that the owner of a shared VPC has, or one in another network to which a private hosted zone leads. */
const outOfSight = (tables: readonly RouteTable[], isShared: boolean, service: string): Doubt | null => {
  const routes = tables.flatMap((table) => table.routes);
  const elsewhere = routes.find(({ target, state }) => state === 'active' && networkRoutes.includes(target.kind));
  const resource = `an endpoint for ${service}`;
  if (isShared) return { kind: 'hidden', resource };
  if (elsewhere === undefined || !('id' in elsewhere.target)) return null;
  const what = `${elsewhere.target.id} may lead to ${resource} in another network, which is out of sight`;
  return { kind: 'out-of-sight', resource: elsewhere.target.id, what };
};

/** Why a gateway endpoint may take addresses out of a table although no range of it is known; null if none may. */
export const unreadGatewayEndpoint = (
  world: World,
  { routes }: RouteTable,
  isMeant: (endpointId: string) => boolean,
): Doubt | null => {
  const unread = routes
    .filter((route) => route.state === 'active' && isGatewayEndpointRoute(world, route))
    .filter(({ target }) => 'id' in target && isMeant(target.id))
    .map((route) => destinationRanges(world, route));
  return unread.find(isDoubt) ?? null;
};

/** Whether an endpoint serves this name as well is AWS's to say. */
const servesName = (service: AwsService, [endpoint]: readonly VpcEndpoint[]): Doubt | null => {
  if (endpoint === undefined) return null;
  const name = service.region === null ? `the global name of ${service.service}` : `the name of ${service.service}`;
  const what = `whether ${name} leads to addresses that ${endpoint.id} serves is not read`;
  return { kind: 'not-evaluated', resource: endpoint.id, what };
};

/** The endpoints of a VPC for a service, and those that may serve its name although they are called otherwise. */
export interface Endpoints {
  readonly own: readonly VpcEndpoint[];
  readonly related: readonly VpcEndpoint[];
}

/** Why there may be a way to a service although its public addresses are out of reach; null if there is none. */
export const doubtIfBlocked = (
  world: World,
  subnet: Subnet,
  isShared: boolean,
  service: AwsService,
  { own, related }: Endpoints,
): Doubt | null => {
  const tables = tablesOf(world, subnet);
  const ids = own.map(({ id }): string => id);
  const [unread] = tables.flatMap((table) => unreadGatewayEndpoint(world, table, (id) => ids.includes(id)) ?? []);
  return outOfSight(tables, isShared, service.service) ?? unread ?? servesName(service, related);
};
