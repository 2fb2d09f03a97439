import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import { addNatInstance } from './nat-instance.ts';
import type { Random } from './random.ts';
import { functionSubnets, type Lists, natSubnets, route, vpcId } from './resources.ts';
import { change, destinations, type Twist, twist } from './twist.ts';

type Table = Lists['routeTables'][number];

/** Targets of which a snapshot tells something, made on first use. */
const targets: readonly (readonly [weight: number, make: (n: Lists, random: Random) => RouteTarget])[] = [
  [5, (_, random) => ({ kind: 'nat-gateway', id: random.pick(['nat-a', 'nat-b'] as const) })],
  [3, () => ({ kind: 'internet-gateway', id: 'igw-1' })],
  [0.4, () => ({ kind: 'nat-gateway', id: 'nat-gone' })],
  [0.4, () => ({ kind: 'internet-gateway', id: 'igw-gone' })],
  [3, (n, random) => addNatInstance(n, random)],
  [1, () => ({ kind: 'vpc-peering-connection', id: 'pcx-1' })],
  [2, (n, random) => addTransitGateway(n, random)],
  [1, (n, random) => addFirewall(n, random)],
  [0.5, () => ({ kind: 'vpc-endpoint', id: 'vpce-gone' })],
  [0.5, () => ({ kind: 'virtual-private-gateway', id: 'vgw-1' })],
  [0.2, () => ({ kind: 'local-gateway', id: 'lgw-1' })],
  [0.2, () => ({ kind: 'carrier-gateway', id: 'cagw-1' })],
  [0.2, () => ({ kind: 'core-network', arn: 'arn:aws:networkmanager::123456789012:core-network/core-network-1' })],
  [0.2, () => ({ kind: 'unknown', raw: 'SpaceGatewayId=sgw-1' })],
  [0.2, () => ({ kind: 'network-interface', id: 'eni-gone', instanceId: null })],
];

const addTransitGateway = (n: Lists, random: Random): RouteTarget => {
  if (n.transitGatewayVpcAttachments.length === 0 && random.chance(0.95))
    n.transitGatewayVpcAttachments.push({
      id: 'tgw-attach-1',
      transitGatewayId: 'tgw-1',
      vpcId,
      state: random.chance(0.85)
        ? 'available'
        : random.pick(['deleted', 'pending', 'failed', 'modifying', 'rejected'] as const),
      subnetIds: [random.pick([...functionSubnets, ...natSubnets, 'subnet-gone'] as const)],
    });
  return { kind: 'transit-gateway', id: 'tgw-1' };
};

const addFirewall = (n: Lists, random: Random): RouteTarget => {
  addEndpoint(n, 'vpce-fw', 'GatewayLoadBalancer', [random.pick(natSubnets)]);
  return { kind: 'vpc-endpoint', id: 'vpce-fw' };
};

const addEndpoint = (
  n: Lists,
  id: 'vpce-fw' | 'vpce-s3',
  type: 'Gateway' | 'GatewayLoadBalancer',
  subnetIds: `subnet-${string}`[],
): void => {
  if (n.vpcEndpoints.some((endpoint) => endpoint.id === id)) return;
  const common = {
    name: null,
    serviceName: null,
    state: 'available',
    routeTableIds: [],
    networkInterfaceIds: [],
    securityGroupIds: [],
    privateDnsEnabled: false,
  } as const;
  n.vpcEndpoints.push({
    ...common,
    id,
    vpcId,
    type,
    subnetIds,
    routeTableIds: [],
    networkInterfaceIds: [],
    securityGroupIds: [],
  });
};

const randomTarget = (n: Lists, random: Random): RouteTarget => {
  const total = targets.reduce((sum, [weight]) => sum + weight, 0);
  let left = (random.below(1000) / 1000) * total;
  for (const [weight, make] of targets) {
    left -= weight;
    if (left < 0) return make(n, random);
  }
  return { kind: 'none' };
};

const isDefault = ({ destination }: Table['routes'][number]): boolean =>
  destination.kind === 'ipv4' && destination.cidr === '0.0.0.0/0';

/** Tables matter only where they serve a subnet of the walk, so these are picked more often. */
const anyTable = (n: Lists, random: Random): Table[] =>
  n.routeTables.filter(({ id }) => id !== 'rtb-main' || random.chance(0.3));

const hasRoute = (table: Table, destination: string): boolean =>
  table.routes.some(
    (item) =>
      (item.destination.kind === 'ipv4' &&
        item.destination.cidr === destination &&
        item.origin !== 'EnableVgwRoutePropagation') ||
      (item.destination.kind === 'prefix-list' && item.destination.id === destination),
  );

const addRoute = (n: Lists, random: Random): void =>
  change(random, anyTable(n, random), (table) => {
    const list = random.chance(0.25);
    const destination = list
      ? random.pick(['pl-halves', 'pl-all', 'pl-some', 'pl-gone'] as const)
      : random.pick(destinations);
    const propagated = !list && random.chance(0.2);
    if (!propagated && hasRoute(table, destination)) return;
    const added = route(destination, randomTarget(n, random), propagated ? 'EnableVgwRoutePropagation' : 'CreateRoute');
    if (random.chance(0.15))
      added.state = random.pick(['blackhole', 'blackhole', 'filtered', 'unknown:fading'] as const);
    table.routes.splice(random.below(table.routes.length + 1), 0, added);
  });

const changeDefault =
  (make: (item: Table['routes'][number], table: Table, n: Lists, random: Random) => void): Twist['change'] =>
  (n, random) =>
    change(random, anyTable(n, random), (table) =>
      change(random, table.routes.filter(isDefault), (item) => make(item, table, n, random)),
    );

/** Two prefix lists of the same length, or a list beside a static route of the same length. */
const tie = (n: Lists, random: Random): void =>
  change(random, anyTable(n, random), (table) => {
    const lists = random.pick([
      ['pl-all', 'pl-same'],
      ['pl-halves', 'pl-same'],
      ['pl-some', 'pl-same'],
      ['pl-all'],
      ['pl-halves'],
    ] as const);
    const cidrs = n.prefixLists.find(({ id }) => id === lists[0])?.cidrs;
    if (lists.length === 2 && cidrs !== undefined && !n.prefixLists.some(({ id }) => id === 'pl-same'))
      n.prefixLists.push({ id: 'pl-same', name: null, ownerId: null, cidrs: JSON.parse(JSON.stringify(cidrs)) });
    if (random.chance(0.7)) table.routes = table.routes.filter((item) => !isDefault(item));
    for (const id of lists) if (!hasRoute(table, id)) table.routes.push(route(id, randomTarget(n, random)));
  });

/** A gateway endpoint in some tables, of the function's subnets or of the NAT devices'. */
const gatewayEndpoint = (n: Lists, random: Random): void => {
  if (random.chance(0.9)) addEndpoint(n, 'vpce-s3', 'Gateway', []);
  const list = random.chance(0.8) ? 'pl-s3' : 'pl-some';
  for (const table of n.routeTables)
    if (random.chance(0.6) && !hasRoute(table, list))
      table.routes.push(route(list, { kind: 'vpc-endpoint', id: 'vpce-s3' }));
};

/** A route for replies that is more specific than local. */
const moreSpecific = (n: Lists, random: Random): void =>
  change(random, anyTable(n, random), (table) => {
    const destination = random.pick(['10.0.1.0/24', '10.0.2.0/24', '10.0.8.0/24'] as const);
    if (!hasRoute(table, destination))
      table.routes.push({
        ...route(destination, addFirewall(n, random)),
        state: random.chance(0.3) ? 'blackhole' : 'active',
      });
  });

export const routeTwists: readonly Twist[] = [
  twist(10, addRoute),
  twist(
    6,
    changeDefault((item, _table, n, random) => {
      item.target = { ...randomTarget(n, random) };
    }),
  ),
  twist(
    2,
    changeDefault((item, _table, _n, random) => {
      item.state = random.chance(0.8) ? 'blackhole' : 'filtered';
    }),
  ),
  twist(
    2,
    changeDefault((item, table) => {
      table.routes = table.routes.filter((other) => other !== item);
    }),
  ),
  twist(4, tie),
  twist(3, gatewayEndpoint),
  twist(1.5, moreSpecific),
];
