import { type FarPlan, farSubnets, peerVpcId } from './far-plan.ts';
import { fromBlock, fromGroup } from './far-rules.ts';
import type { Random } from './random.ts';
import { functionSubnets, type Lists, vpcId } from './resources.ts';
import { change, randomPorts, type Twist, twist } from './twist.ts';

type Interface = Lists['networkInterfaces'][number];
type Rule = Lists['securityGroups'][number]['ingress'][number];

/** The port of the databases, and ports to which their replies come. */
const farPorts = [
  [5432, 5432],
  [443, 443],
  [443, 5432],
  [1024, 65535],
  [32768, 65535],
  [1024, 40000],
] as const;

const farGroups = ['sg-db', 'sg-web', 'sg-peer'] as const;
const anyGroup = ['sg-fn', 'sg-fn', 'sg-fn', 'sg-none', 'sg-db', 'sg-gone'] as const;

/** A rule for one group or block, mostly for the port that is asked about. */
const farRule = ({ plan }: FarPlan, n: Lists, random: Random): Rule => {
  const cidr = random.pick([...plan.sources, ...plan.sources, ...plan.destinations]);
  const rule = random.chance(0.35) ? fromGroup(random.pick(anyGroup)) : fromBlock(cidr);
  if (random.chance(0.15)) rule.peer = { kind: 'prefix-list', id: random.pick(n.prefixLists).id };
  if (rule.peer.kind === 'security-group' && random.chance(0.4))
    Object.assign(rule.peer, {
      vpcId: random.pick([vpcId, peerVpcId, 'vpc-3'] as const),
      peeringConnectionId: 'pcx-1',
      peeringStatus: random.pick(['active', 'deleted'] as const),
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

/** An interface has addresses of its own subnet. */
const addSecondAddress = ({ privateIpAddresses }: Interface): void => {
  const [first] = privateIpAddresses;
  if (first !== undefined)
    privateIpAddresses.push({ ...first, address: first.address.replace(/\d+$/, '9'), primary: false });
};

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
          [],
        ] as const)
        .slice();
      if (random.chance(0.3)) addSecondAddress(nic);
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

/** One direction of a network ACL lets through one port, or some, from and to some blocks. */
const changeAcl =
  ({ plan }: FarPlan): Twist['change'] =>
  (n, random) =>
    change(
      random,
      n.networkAcls.filter(({ id }) => id !== 'acl-default' && id !== 'acl-nat'),
      (acl) => {
        const direction = random.pick(['ingress', 'egress'] as const);
        if (random.chance(0.7)) acl.entries = acl.entries.filter((entry) => entry.direction !== direction);
        const [from, to] = random.pick(farPorts);
        acl.entries.push({
          ruleNumber: random.pick([20, 30, 300]),
          direction,
          action: random.chance(0.7) ? 'allow' : 'deny',
          protocol: '6',
          cidr: { kind: plan.family, cidr: random.pick([...plan.destinations, ...plan.sources]) },
          ports: { kind: 'range', from, to },
        });
      },
    );

const changeEndpoint = (n: Lists, random: Random): void =>
  change(random, n.vpcEndpoints, (endpoint) => {
    endpoint.state = random.pick(['pending', 'deleting', 'deleted', 'failed', 'unknown:lost'] as const);
    if (random.chance(0.2)) n.vpcEndpoints = n.vpcEndpoints.filter((other) => other !== endpoint);
  });

/** One of the functions' tables leads to less than before. */
const loseRoute = (n: Lists, random: Random): void =>
  change(
    random,
    n.routeTables.filter(({ id }) => id === 'rtb-fa' || id === 'rtb-fb'),
    (table) =>
      change(
        random,
        table.routes.filter(({ target }) => target.kind !== 'local'),
        (lost) => {
          table.routes = table.routes.filter((route) => route !== lost);
        },
      ),
  );

export const farTwists = (plan: FarPlan): readonly Twist[] => [
  twist(14, changeFarGroup(plan)),
  twist(7, narrowEgress(plan)),
  twist(6, changeInterface),
  twist(4, moveSubnet),
  twist(8, changeAcl(plan)),
  twist(2, changeEndpoint),
  twist(4, loseRoute),
];
