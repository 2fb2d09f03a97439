import type { AddressPlan } from './address-plan.ts';
import type { Random } from './random.ts';
import type { Lists } from './resources.ts';
import { addEndpoint, addFirewall, randomTarget } from './route-targets.ts';
import { route } from './routes.ts';
import { change, type Twist, twist } from './twist.ts';

type Table = Lists['routeTables'][number];

const isDefault =
  ({ everywhere }: AddressPlan) =>
  ({ destination }: Table['routes'][number]): boolean =>
    'cidr' in destination && destination.cidr === everywhere;

/** Tables matter only where they serve a subnet of the walk, so these are picked more often. */
const anyTable = (n: Lists, random: Random): Table[] =>
  n.routeTables.filter(({ id }) => id !== 'rtb-main' || random.chance(0.3));

const hasRoute = (table: Table, destination: string): boolean =>
  table.routes.some(
    (item) =>
      ('cidr' in item.destination &&
        item.destination.cidr === destination &&
        item.origin !== 'EnableVgwRoutePropagation') ||
      (item.destination.kind === 'prefix-list' && item.destination.id === destination),
  );

const addRoute = (plan: AddressPlan, n: Lists, random: Random): void =>
  change(random, anyTable(n, random), (table) => {
    const list = random.chance(0.25);
    const destination = list
      ? random.pick(['pl-halves', 'pl-all', 'pl-some', 'pl-gone'] as const)
      : random.pick(plan.destinations);
    const propagated = !list && random.chance(0.2);
    if (!propagated && hasRoute(table, destination)) return;
    const added = route(
      destination,
      randomTarget(plan, n, random),
      propagated ? 'EnableVgwRoutePropagation' : 'CreateRoute',
    );
    if (random.chance(0.15))
      added.state = random.pick(['blackhole', 'blackhole', 'filtered', 'unknown:fading'] as const);
    table.routes.splice(random.below(table.routes.length + 1), 0, added);
  });

const changeDefault =
  (
    plan: AddressPlan,
    make: (item: Table['routes'][number], table: Table, n: Lists, random: Random) => void,
  ): Twist['change'] =>
  (n, random) =>
    change(random, anyTable(n, random), (table) =>
      change(random, table.routes.filter(isDefault(plan)), (item) => make(item, table, n, random)),
    );

/** Two prefix lists of the same length, or a list beside a static route of the same length. */
const tie = (plan: AddressPlan, n: Lists, random: Random): void =>
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
    if (random.chance(0.7)) table.routes = table.routes.filter((item) => !isDefault(plan)(item));
    for (const id of lists) if (!hasRoute(table, id)) table.routes.push(route(id, randomTarget(plan, n, random)));
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
const moreSpecific = ({ subnets }: AddressPlan, n: Lists, random: Random): void =>
  change(random, anyTable(n, random), (table) => {
    const destination = random.pick([subnets['subnet-fa'], subnets['subnet-fb'], subnets['subnet-na']]);
    if (!hasRoute(table, destination))
      table.routes.push({
        ...route(destination, addFirewall(n, random)),
        state: random.chance(0.3) ? 'blackhole' : 'active',
      });
  });

export const routeTwists = (plan: AddressPlan): readonly Twist[] => [
  twist(10, (n, random) => addRoute(plan, n, random)),
  twist(
    6,
    changeDefault(plan, (item, _table, n, random) => {
      item.target = { ...randomTarget(plan, n, random) };
    }),
  ),
  twist(
    2,
    changeDefault(plan, (item, _table, _n, random) => {
      item.state = random.chance(0.8) ? 'blackhole' : 'filtered';
    }),
  ),
  twist(
    2,
    changeDefault(plan, (item, table) => {
      table.routes = table.routes.filter((other) => other !== item);
    }),
  ),
  twist(4, (n, random) => tie(plan, n, random)),
  twist(3, gatewayEndpoint),
  twist(1.5, (n, random) => moreSpecific(plan, n, random)),
];
