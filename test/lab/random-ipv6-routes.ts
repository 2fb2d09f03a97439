import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { Random } from '../fuzz/random.ts';
import { splitIpv6Default } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { addPeering, addPrefixList } from '../support/resources.ts';
import { everywhereIpv6, ipv6Blocks } from './random-ranges.ts';
import type { Twist } from './twists.ts';

const zones = ['a', 'b', 'c'] as const;
export const privateTable = (random: Random): string => `private-${random.pick(zones)}`;

const randomTarget = (n: Network, random: Random): RouteTarget => {
  if (random.chance(0.2)) return addPeering(n);
  if (random.chance(0.2)) return { kind: 'nat-gateway', id: n.natGateway('nat-a').id };
  if (random.chance(0.5)) return { kind: 'internet-gateway', id: n.internetGateway().id };
  const id = random.pick(['eigw-0a1b2c3d4e5f60718', 'eigw-0deadbeefdeadbeef'] as const);
  return { kind: 'egress-only-internet-gateway', id };
};

const redirect: Twist = (n, random) => {
  n.route(privateTable(random), everywhereIpv6).target = { ...randomTarget(n, random) };
};

const blackhole: Twist = (n, random) => {
  n.route(privateTable(random), everywhereIpv6).state = 'blackhole';
};

const addRoute: Twist = (n, random) => {
  const state = random.chance(0.6) ? 'blackhole' : 'active';
  n.addRoute(privateTable(random), random.pick(ipv6Blocks.slice(2)), randomTarget(n, random), { state });
};

const addPrefixListRoute: Twist = (n, random) => {
  const cidrs = [random.pick(ipv6Blocks.slice(2)), '2a00::/11', '2600::/12', '93.184.0.0/16'];
  const id = addPrefixList(n, `routed${n.all.prefixLists.length}`, cidrs);
  const target = random.chance(0.5) ? addPeering(n) : randomTarget(n, random);
  for (const zone of zones) n.addRoute(`private-${zone}`, id, target);
};

const partsOfTheDefault: Twist = (n, random) =>
  splitIpv6Default(n, ...(random.chance(0.5) ? ['2000::/5', '2800::/5'] : ['2600::/12', '2a00::/11']));

export const ipv6RouteTwists: readonly Twist[] = [
  redirect,
  redirect,
  blackhole,
  addRoute,
  addRoute,
  addPrefixListRoute,
  addPrefixListRoute,
  partsOfTheDefault,
];
