import type { RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import { itemsInVpc, lookup, type World } from '../../network/world.ts';
import type { Observation, RuleContext } from '../rule.ts';
import { winningRoutes } from './longest-prefix.ts';
import { natGatewaysOnPaths } from './nat-gateways-on-paths.ts';
import { defaultRouteOf } from './ways-out.ts';

/** A way on which packets pass a firewall endpoint in one direction only. */
export interface OneWayFirewall {
  readonly endpointId: string;
  /** The function's subnets whose packets it concerns. */
  readonly subnetIds: readonly string[];
  /** The table whose route is missing or goes past the firewall; null if the internet gateway has none. */
  readonly tableId: string | null;
  /** Where the replies go to. */
  readonly destination: string;
  /** Whether the table has a route to just these addresses, which leads elsewhere. */
  readonly hasRoute: boolean;
  /** Whether the requests pass the firewall, and the replies do not; else the other way round. */
  readonly outwards: boolean;
  readonly natSubnet: Subnet;
  /** The internet gateway behind the NAT gateway; null if it is not concerned. */
  readonly internetGatewayId: string | null;
}

const subnetOf = (world: World, id: string | null | undefined): Subnet | null => {
  const found = id === null || id === undefined ? null : lookup(world.subnets, id);
  return found?.status === 'found' ? found.item : null;
};

/** The Gateway Load Balancer endpoint of that id. */
const firewallOf = (world: World, id: string) => {
  const found = lookup(world.vpcEndpoints, id);
  return found.status === 'found' && found.item.type === 'GatewayLoadBalancer' ? found.item : null;
};

const firewallBehind = (world: World, subnet: Subnet) => {
  const target = defaultRouteOf(world, subnet)?.target;
  return target?.kind === 'vpc-endpoint' ? firewallOf(world, target.id) : null;
};

/** The firewall endpoint to which a table sends all of a subnet's addresses; `past` if to none or not all. */
const returnOf = (world: World, table: RouteTable | null, { cidr }: Subnet): string | null | 'past' => {
  if (table === null || cidr === null) return 'past';
  const routes = winningRoutes(world, table, cidr);
  if (routes === null) return null;
  const targets = new Set(
    routes.map((route) =>
      route?.target.kind === 'vpc-endpoint' && route.state === 'active' ? route.target.id : 'past',
    ),
  );
  const [only = 'past'] = targets;
  return targets.size === 1 ? only : 'past';
};

const tableOf = (world: World, subnet: Subnet): RouteTable | null => {
  const found = effectiveRouteTable(world, subnet);
  return found.status === 'found' ? found.table : null;
};

const hasRouteTo = (table: RouteTable | null, cidr: string): boolean =>
  table?.routes.some(({ destination }) => 'cidr' in destination && destination.cidr === cidr) ?? false;

/** The function's subnet sends to a firewall, and the NAT gateway behind it answers past that firewall. */
const firewallBeforeNat = (world: World, subnet: Subnet): OneWayFirewall[] => {
  const firewall = firewallBehind(world, subnet);
  const inner = subnetOf(world, firewall?.subnetIds[0]);
  const target = inner === null ? null : defaultRouteOf(world, inner)?.target;
  const nat = target?.kind === 'nat-gateway' ? lookup(world.natGateways, target.id) : null;
  const host = nat?.status === 'found' ? subnetOf(world, nat.item.subnetId) : null;
  const table = host === null ? null : tableOf(world, host);
  if (firewall === null || host === null || table === null || subnet.cidr === null) return [];
  const back = returnOf(world, table, subnet);
  if (back === null || back === firewall.id) return [];
  const destination = subnet.cidr;
  const hasRoute = hasRouteTo(table, destination);
  const place = { tableId: table.id, destination, hasRoute, natSubnet: host, internetGatewayId: null };
  return [{ endpointId: firewall.id, subnetIds: [subnet.id], outwards: true, ...place }];
};

/** The table of the internet gateway, for packets that come in. */
const edgeTableOf = (world: World, vpcId: string, gatewayId: string): RouteTable | null =>
  itemsInVpc(world.routeTables, vpcId).find(({ associations }) =>
    associations.some((association) => association.gatewayId === gatewayId),
  ) ?? null;

/** The NAT gateway's subnet reaches the internet gateway through a firewall in one direction only. */
const firewallBehindNat = (world: World, host: Subnet, subnetIds: readonly string[]): OneWayFirewall[] => {
  if (host.cidr === null) return [];
  const firewall = firewallBehind(world, host);
  const inner = firewall === null ? host : subnetOf(world, firewall.subnetIds[0]);
  const target = inner === null ? null : defaultRouteOf(world, inner)?.target;
  if (target?.kind !== 'internet-gateway') return [];
  const table = edgeTableOf(world, host.vpcId, target.id);
  const back = returnOf(world, table, host);
  const place = {
    subnetIds,
    tableId: table?.id ?? null,
    destination: host.cidr,
    hasRoute: hasRouteTo(table, host.cidr),
    natSubnet: host,
    internetGatewayId: target.id,
  };
  if (back === null || back === (firewall?.id ?? 'past')) return [];
  if (firewall !== null) return [{ endpointId: firewall.id, outwards: true, ...place }];
  return [{ endpointId: back, outwards: false, ...place }];
};

/** Whether a route of the VPC sends packets into an endpoint, be it one that is no longer there. */
const hasEndpointRoutes = (world: World, vpcId: string): boolean =>
  itemsInVpc(world.routeTables, vpcId).some(({ routes }) =>
    routes.some(({ target, destination }) => target.kind === 'vpc-endpoint' && destination.kind !== 'prefix-list'),
  );

/** All such ways of the subnets that are seen not to be blocked. */
export const oneWayFirewalls = (
  { hints, subnets }: Pick<RuleContext, 'hints' | 'subnets'>,
  seen: readonly Observation[],
): OneWayFirewall[] => {
  if (!subnets.some(({ vpcId }) => hasEndpointRoutes(hints, vpcId))) return [];
  const before = subnets
    .filter(({ id }) => seen.some(({ subnetId }) => subnetId === id))
    .flatMap((subnet) => firewallBeforeNat(hints, subnet));
  const behind = natGatewaysOnPaths(hints.natGateways, seen).flatMap((nat) => {
    const users = seen.filter(({ resources }) => resources.has(nat.id)).map(({ subnetId }) => subnetId);
    const host = subnetOf(hints, nat.subnetId);
    return host === null ? [] : firewallBehindNat(hints, host, users);
  });
  return [...before, ...behind];
};
