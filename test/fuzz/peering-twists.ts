import { type FarPlan, peerVpcId } from './far-plan.ts';
import type { Random } from './random.ts';
import { functionSubnets, type Lists, otherAccount } from './resources.ts';
import { route } from './routes.ts';
import { change, type Twist, twist } from './twist.ts';

type Connection = Lists['vpcPeeringConnections'][number];
type Fault = (connection: Connection, n: Lists, random: Random, plan: FarPlan) => void;

const states = [
  'pending-acceptance',
  'deleted',
  'expired',
  'rejected',
  'deleting',
  'provisioning',
  null,
  'unknown:shy',
] as const;

/** Routes of the peered VPC back to the functions' VPC. */
const routesBack = (n: Lists): Lists['routeTables'][number]['routes'] =>
  n.routeTables
    .flatMap(({ id, routes }) => (id === 'rtb-peer' ? routes : []))
    .filter(({ target }) => target.kind !== 'local');

const toPeer = { kind: 'vpc-peering-connection', id: 'pcx-1' } as const;

const otherSide: Fault = (connection) => {
  const { requester, accepter } = connection;
  Object.assign(connection, { requester: accepter, accepter: requester });
};

/** The other VPC belongs to another account, which shares its subnets or nothing with this one. */
const otherOwner: Fault = ({ accepter }, n, random) => {
  accepter.ownerId = otherAccount;
  for (const vpc of n.vpcs) if (vpc.id === peerVpcId) vpc.ownerId = otherAccount;
  for (const subnet of n.subnets) if (subnet.vpcId === peerVpcId) subnet.ownerId = otherAccount;
  if (random.chance(0.5)) n.vpcs = n.vpcs.filter(({ id }) => id !== peerVpcId);
  if (random.chance(0.5)) n.subnets = n.subnets.filter(({ vpcId }) => vpcId !== peerVpcId);
};

const noWayBack: Fault = (_, n) => {
  for (const table of n.routeTables)
    if (table.id === 'rtb-peer') table.routes = table.routes.filter(({ target }) => target.kind === 'local');
};

const uselessWayBack: Fault = (_, n, random) => {
  for (const item of routesBack(n)) item.state = random.pick(['blackhole', 'filtered'] as const);
};

const wayBackToOneSubnet: Fault = (_, n, random, { plan }) => {
  for (const item of routesBack(n))
    item.destination = { kind: plan.family, cidr: plan.subnets[random.pick(functionSubnets)] };
};

const rangesNotSaid: Fault = ({ accepter }) => void Object.assign(accepter, { cidrs: [], ipv6Cidrs: [] });

const publicRange: Fault = ({ accepter }, n, _, { plan, peerPublic }) => {
  (plan.family === 'ipv4' ? accepter.cidrs : accepter.ipv6Cidrs).push(peerPublic);
  for (const { id, routes } of n.routeTables)
    if (id === 'rtb-fa' || id === 'rtb-fb') routes.push(route(peerPublic, toPeer));
};

const notThere: Fault = (connection, n, random) => {
  n.vpcPeeringConnections = random.chance(0.5) ? [] : [{ ...connection, id: 'pcx-2' }];
};

const sideNotSaid: Fault = ({ requester }, _, random) => {
  requester.vpcId = random.pick([null, 'vpc-3'] as const);
};

/** Everything is sent to the peered VPC, which carries nothing on. */
const everything: Fault = (_, n, _random, { plan, peerVpc }) => {
  const leadsTo = (cidr: string, { destination }: ReturnType<typeof route>): boolean =>
    'cidr' in destination && destination.cidr === cidr;
  for (const table of n.routeTables) {
    if (!table.routes.some((item) => leadsTo(peerVpc, item))) continue;
    table.routes = table.routes.filter((item) => !leadsTo(plan.everywhere, item));
    for (const item of table.routes)
      if (leadsTo(peerVpc, item)) item.destination = { kind: plan.family, cidr: plan.everywhere };
  }
};

const state: Fault = (connection, _, random) => {
  connection.status = random.pick(states);
};

/** The more frequent ones are those that stop packets for certain. */
const faults: readonly Fault[] = [
  ...[state, state, state, state, state, state, state, state],
  ...[everything, everything, everything, everything],
  otherSide,
  otherOwner,
  noWayBack,
  uselessWayBack,
  wayBackToOneSubnet,
  rangesNotSaid,
  publicRange,
  notThere,
  sideNotSaid,
];

export const peeringTwists = (plan: FarPlan): readonly Twist[] => [
  twist(16, (n, random) =>
    change(random, n.vpcPeeringConnections, (connection) => random.pick(faults)(connection, n, random, plan)),
  ),
];
