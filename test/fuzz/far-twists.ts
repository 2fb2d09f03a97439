import { fromBlock, fromGroup } from './far-network.ts';
import { type FarPlan, farSubnets, peerVpcId } from './far-plan.ts';
import type { Random } from './random.ts';
import { functionSubnets, type Lists, otherAccount, vpcId } from './resources.ts';
import { addFirewall, randomTarget } from './route-targets.ts';
import { route } from './routes.ts';
import { change, randomPorts, type Twist, twist } from './twist.ts';

type Rule = Lists['securityGroups'][number]['ingress'][number];

const farGroups = ['sg-db', 'sg-web', 'sg-peer'] as const;
const anyGroup = ['sg-fn', 'sg-fn', 'sg-fn', 'sg-none', 'sg-db', 'sg-gone'] as const;

/** A rule for one group or block, mostly for the port that is asked about. */
const farRule = ({ plan }: FarPlan, n: Lists, random: Random): Rule => {
  const cidr = random.pick([...plan.sources, ...plan.sources, ...plan.destinations]);
  const rule = random.chance(0.35) ? fromGroup(random.pick(anyGroup)) : fromBlock(cidr);
  if (random.chance(0.15)) rule.peer = { kind: 'prefix-list', id: random.pick(n.prefixLists).id };
  if (rule.peer.kind === 'security-group' && random.chance(0.3))
    Object.assign(rule.peer, {
      vpcId: random.pick([vpcId, peerVpcId, 'vpc-3'] as const),
      peeringConnectionId: 'pcx-1',
      peeringStatus: random.pick(['active', 'active', 'deleted'] as const),
    });
  return random.chance(0.6) ? rule : { ...rule, ...randomPorts(random) };
};

const changeFarGroup =
  (plan: FarPlan): Twist['change'] =>
  (n, random) =>
    change(
      random,
      n.securityGroups.filter(({ id }) => farGroups.some((group) => group === id)),
      (group) => {
        if (random.chance(0.7)) group.ingress = [];
        for (let count = random.below(3); count > 0; count -= 1) group.ingress.push(farRule(plan, n, random));
      },
    );

/** The function lets out only what certain groups or blocks have. */
const narrowEgress =
  (plan: FarPlan): Twist['change'] =>
  (n, random) =>
    change(
      random,
      n.securityGroups.filter(({ id }) => id === 'sg-fn'),
      (group) => {
        group.egress = [random.chance(0.5) ? fromGroup(random.pick(farGroups)) : farRule(plan, n, random)];
      },
    );

const changeInterface = (n: Lists, random: Random): void =>
  change(
    random,
    n.networkInterfaces.filter(({ ofLambda }) => !ofLambda),
    (nic) => {
      nic.securityGroupIds = random
        .pick([
          ['sg-none', 'sg-db'],
          ['sg-db', 'sg-web'],
          ['sg-web'],
          ['sg-none'],
          ['sg-gone'],
          ['sg-gone', 'sg-db'],
          ['sg-fn'],
        ] as const)
        .slice();
      if (random.chance(0.3)) nic.privateIpAddresses.push({ address: '10.0.20.9', publicIp: null, primary: false });
      if (random.chance(0.15)) n.networkInterfaces = n.networkInterfaces.filter((other) => other !== nic);
    },
  );

/** Subnets of functions and of what they call, and the network ACLs and tables that serve them. */
const moveSubnet = (n: Lists, random: Random): void => {
  const subnetId = random.pick([...farSubnets, ...functionSubnets]);
  const from = n.networkAcls.find(({ subnetIds }) => subnetIds.includes(subnetId));
  if (from !== undefined) from.subnetIds = from.subnetIds.filter((id) => id !== subnetId);
  if (random.chance(0.8)) random.pick(n.networkAcls).subnetIds.push(subnetId);
  if (random.chance(0.2)) n.subnets = n.subnets.filter(({ id }) => id !== subnetId);
};

const onTheWay = ({ subnets, peerVpc }: FarPlan): readonly string[] => [
  subnets['subnet-da'],
  subnets['subnet-da'],
  subnets['subnet-db'],
  peerVpc,
];

/** A device between the functions and what they call, on the way there and sometimes on the way back. */
const divert =
  (plan: FarPlan): Twist['change'] =>
  (n, random) => {
    const destination = random.pick(onTheWay(plan));
    const kind = random.below(plan.plan.family === 'ipv4' ? 10 : 4);
    const target =
      kind < 3
        ? addFirewall(n, random)
        : kind < 4
          ? randomTarget(plan.plan, n, random)
          : ({ kind: 'nat-gateway', id: random.pick(['nat-a', 'nat-a', 'nat-b'] as const) } as const);
    for (const table of n.routeTables) {
      const isBack = table.id === 'rtb-data' && target.kind === 'vpc-endpoint' && random.chance(0.7);
      const place = isBack ? plan.plan.subnets['subnet-fa'] : destination;
      if (!(isBack || ['rtb-fa', 'rtb-fb'].includes(table.id)) || random.chance(0.2)) continue;
      table.routes = table.routes.filter((item) => !('cidr' in item.destination) || item.destination.cidr !== place);
      table.routes.push(route(place, target));
    }
    if (destination !== plan.peerVpc || random.chance(0.2)) return;
    const peering = { kind: 'vpc-peering-connection', id: 'pcx-1' } as const;
    for (const table of n.routeTables) if (table.id === 'rtb-nat') table.routes.push(route(destination, peering));
  };

const breakPeering =
  ({ plan, peerVpc, peerPublic }: FarPlan): Twist['change'] =>
  (n, random) =>
    change(random, n.vpcPeeringConnections, (connection) => {
      const { requester, accepter } = connection;
      const tables = n.routeTables.filter(({ id }) => id === 'rtb-peer');
      random.pick([
        () => {
          connection.status = random.pick([
            'pending-acceptance',
            'deleted',
            'deleting',
            'provisioning',
            null,
            'unknown:shy',
          ] as const);
        },
        () => Object.assign(connection, { requester: accepter, accepter: requester }),
        () => {
          accepter.ownerId = otherAccount;
          n.vpcs = n.vpcs.filter(({ id }) => id !== peerVpcId);
        },
        () => {
          for (const vpc of n.vpcs) if (vpc.id === peerVpcId) vpc.ownerId = otherAccount;
          for (const subnet of n.subnets) if (subnet.vpcId === peerVpcId) subnet.ownerId = otherAccount;
        },
        () => {
          for (const table of tables) table.routes = table.routes.filter(({ target }) => target.kind === 'local');
        },
        () => {
          for (const table of tables)
            for (const item of table.routes)
              if (item.target.kind !== 'local') item.state = random.pick(['blackhole', 'filtered'] as const);
        },
        () => {
          for (const table of tables)
            for (const item of table.routes)
              if (item.target.kind !== 'local')
                item.destination = { kind: plan.family, cidr: plan.subnets[random.pick(functionSubnets)] };
        },
        () => {
          Object.assign(accepter, { cidrs: [], ipv6Cidrs: [] });
        },
        () => {
          (plan.family === 'ipv4' ? accepter.cidrs : accepter.ipv6Cidrs).push(peerPublic);
          for (const { id, routes } of n.routeTables)
            if (id === 'rtb-fa' || id === 'rtb-fb')
              routes.push(route(peerPublic, { kind: 'vpc-peering-connection', id: 'pcx-1' }));
        },
        () => {
          n.vpcPeeringConnections = random.chance(0.5) ? [] : [{ ...connection, id: 'pcx-2' }];
        },
        () => {
          requester.vpcId = random.pick([null, 'vpc-3'] as const);
        },
        () => {
          for (const item of n.routeTables.flatMap(({ routes }) => routes))
            if ('cidr' in item.destination && item.destination.cidr === peerVpc)
              item.destination.cidr = plan.everywhere;
        },
      ])();
    });

const changeEndpoint = (n: Lists, random: Random): void =>
  change(random, n.vpcEndpoints, (endpoint) => {
    endpoint.state = random.pick(['pending', 'deleting', 'deleted', 'failed', 'unknown:lost'] as const);
    if (random.chance(0.2)) n.vpcEndpoints = n.vpcEndpoints.filter((other) => other !== endpoint);
  });

export const farTwists = (plan: FarPlan): readonly Twist[] => [
  twist(14, changeFarGroup(plan)),
  twist(7, narrowEgress(plan)),
  twist(6, changeInterface),
  twist(4, moveSubnet),
  twist(9, divert(plan)),
  twist(9, breakPeering(plan)),
  twist(2, changeEndpoint),
];
