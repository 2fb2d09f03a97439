import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { FarPlan } from './far-plan.ts';
import type { Random } from './random.ts';
import type { Lists } from './resources.ts';
import { addFirewall, randomTarget } from './route-targets.ts';
import { route } from './routes.ts';
import { type Twist, twist } from './twist.ts';

type Table = Lists['routeTables'][number];

/** A device between the functions and what they call; over IPv6 no NAT gateway is. */
const device = ({ plan }: FarPlan, n: Lists, random: Random): RouteTarget => {
  const kind = random.below(plan.family === 'ipv4' ? 10 : 4);
  if (kind < 3) return addFirewall(n, random);
  if (kind < 4) return randomTarget(plan, n, random);
  return { kind: 'nat-gateway', id: random.pick(['nat-a', 'nat-a', 'nat-b'] as const) };
};

const replaceRoute = (table: Table, destination: string, target: RouteTarget): void => {
  table.routes = table.routes.filter((item) => !('cidr' in item.destination) || item.destination.cidr !== destination);
  table.routes.push(route(destination, target));
};

/** By the device to one subnet or to the peered VPC, and through a firewall mostly the same way back. */
const takeDetour = (plan: FarPlan, n: Lists, random: Random): void => {
  const { subnets, peerVpc } = plan;
  const destination = random.pick([subnets['subnet-da'], subnets['subnet-da'], subnets['subnet-db'], peerVpc]);
  const target = device(plan, n, random);
  for (const table of n.routeTables) {
    if (['rtb-fa', 'rtb-fb'].includes(table.id) && random.chance(0.8)) replaceRoute(table, destination, target);
    if (table.id === 'rtb-data' && target.kind === 'vpc-endpoint' && random.chance(0.6))
      replaceRoute(table, plan.plan.subnets['subnet-fa'], target);
    if (table.id === 'rtb-nat' && destination === peerVpc && random.chance(0.8))
      replaceRoute(table, peerVpc, { kind: 'vpc-peering-connection', id: 'pcx-1' });
  }
};

export const detourTwists = (plan: FarPlan): readonly Twist[] => [twist(9, (n, random) => takeDetour(plan, n, random))];
