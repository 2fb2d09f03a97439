import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { FarPlan } from './far-plan.ts';
import { fromBlock, fromGroup } from './far-rules.ts';
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

const replyPorts = [
  [1024, 65535],
  [32768, 65535],
  [1024, 40000],
] as const;

const ofNatGateway = ['10.0.8.5/32', '10.0.8.0/24', '10.0.8.0/23'] as const;
const senders = [...ofNatGateway, '10.0.1.0/24', '10.0.0.0/16'] as const;

/** The far side tells the NAT gateway from the function: by its address, its port, or the groups that it lacks. */
const tellApart = (n: Lists, random: Random): void => {
  for (const group of n.securityGroups)
    if (['sg-db', 'sg-web', 'sg-peer'].includes(group.id))
      group.ingress = [random.chance(0.2) ? fromGroup('sg-fn') : fromBlock(random.pick(senders))];
  for (const acl of n.networkAcls) {
    if (!['acl-data', 'acl-peer'].includes(acl.id) || random.chance(0.5)) continue;
    const direction = random.pick(['ingress', 'egress'] as const);
    const ports = direction === 'ingress' ? [5432, 5432] : random.pick(replyPorts);
    acl.entries = acl.entries.filter((entry) => entry.direction !== direction);
    acl.entries.push({
      ruleNumber: 100,
      direction,
      action: 'allow',
      protocol: '6',
      cidr: { kind: 'ipv4', cidr: random.pick(['0.0.0.0/0', '0.0.0.0/0', ...senders]) },
      ports: { kind: 'range', from: ports[0] ?? 0, to: ports[1] ?? 65535 },
    });
  }
};

/** By the device to one subnet or to the peered VPC, and through a firewall mostly the same way back. */
const takeDetour = (plan: FarPlan, n: Lists, random: Random): void => {
  const { subnets, peerVpc } = plan;
  const destination = random.pick([subnets['subnet-da'], subnets['subnet-da'], subnets['subnet-db'], peerVpc]);
  const target = device(plan, n, random);
  if (target.kind === 'nat-gateway' && random.chance(0.6)) tellApart(n, random);
  for (const table of n.routeTables) {
    if (['rtb-fa', 'rtb-fb'].includes(table.id) && random.chance(0.8)) replaceRoute(table, destination, target);
    if (table.id === 'rtb-data' && target.kind === 'vpc-endpoint' && random.chance(0.6))
      replaceRoute(table, plan.plan.subnets['subnet-fa'], target);
    if (table.id === 'rtb-nat' && destination === peerVpc && random.chance(0.8))
      replaceRoute(table, peerVpc, { kind: 'vpc-peering-connection', id: 'pcx-1' });
  }
};

/** A NAT gateway that cannot send, or may not be able to. */
const hinder = (nat: Lists['natGateways'][number], random: Random): void => {
  if (random.chance(0.3)) nat.state = random.pick(['failed', 'deleted', 'pending'] as const);
  else for (const address of nat.addresses) address.status = random.pick(['failed', 'failed', 'associating'] as const);
};

/** A NAT gateway for IPv6 addresses that stand for IPv4 addresses. */
const translate = (n: Lists, random: Random): void => {
  for (const table of n.routeTables)
    if (['rtb-fa', 'rtb-fb'].includes(table.id) && random.chance(0.7))
      replaceRoute(table, '64:ff9b::/96', { kind: 'nat-gateway', id: 'nat-a' });
  for (const nat of n.natGateways) if (nat.id === 'nat-a' && random.chance(0.5)) hinder(nat, random);
};

export const detourTwists = (plan: FarPlan): readonly Twist[] => [
  twist(9, (n, random) => takeDetour(plan, n, random)),
  ...(plan.plan.family === 'ipv6' ? [twist(3, translate)] : []),
];
