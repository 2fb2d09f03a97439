import type { Random } from './random.ts';
import { account, type Lists } from './resources.ts';
import { change, destinations, randomPorts, sources, type Twist, twist } from './twist.ts';

type Acl = Lists['networkAcls'][number];
type GroupRule = Lists['securityGroups'][number]['egress'][number];

const direction = (random: Random): Acl['entries'][number]['direction'] => random.pick(['ingress', 'egress'] as const);

const aclCidr = (random: Random): Acl['entries'][number]['cidr'] => {
  if (random.chance(0.03)) return { kind: 'ipv6', cidr: '::/0' };
  if (random.chance(0.02)) return { kind: 'unknown' };
  return { kind: 'ipv4', cidr: random.pick(random.chance(0.35) ? sources : destinations) };
};

const addEntry = (acl: Acl, random: Random): void => {
  const side = direction(random);
  const taken = acl.entries.filter((entry) => entry.direction === side).map(({ ruleNumber }) => ruleNumber);
  const free = [1, 9, 80, 90, 95, 99, 101, 110, 200, 1000].filter((number) => !taken.includes(number));
  if (free.length === 0) return;
  acl.entries.splice(random.below(acl.entries.length + 1), 0, {
    ruleNumber: random.pick(free),
    direction: side,
    action: random.chance(0.02) ? 'unknown:log' : random.pick(['allow', 'deny'] as const),
    cidr: aclCidr(random),
    ...randomPorts(random),
  });
};

const dropEntries = (acl: Acl, random: Random, matching: (ruleNumber: number) => boolean): void => {
  const side = direction(random);
  acl.entries = acl.entries.filter((entry) => entry.direction !== side || !matching(entry.ruleNumber));
};

/** Replaces the allow-all by a few allows, as hand-made network ACLs look. */
const tighten = (acl: Acl, random: Random): void => {
  const side = direction(random);
  acl.entries = acl.entries.filter((entry) => entry.direction !== side);
  const rule = (ruleNumber: number, cidr: string, from: number, to: number): void => {
    const ports = { kind: 'range', from, to } as const;
    acl.entries.push({
      ruleNumber,
      direction: side,
      action: 'allow',
      protocol: '6',
      cidr: { kind: 'ipv4', cidr },
      ports,
    });
  };
  rule(100, random.pick(['0.0.0.0/0', '0.0.0.0/0', '10.0.0.0/16']), 443, 443);
  const [from, to] = random.pick([
    [1024, 65535],
    [32768, 65535],
    [32768, 61000],
    [1024, 40000],
  ] as const);
  rule(110, random.pick(['0.0.0.0/0', '0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24']), from, to);
};

export const peer = (n: Lists, random: Random): GroupRule['peer'] => {
  if (random.chance(0.1) && n.prefixLists.length > 0) return { kind: 'prefix-list', id: random.pick(n.prefixLists).id };
  if (random.chance(0.03)) return { kind: 'prefix-list', id: 'pl-gone' };
  if (random.chance(0.15)) {
    const id = random.pick(['sg-fn', 'sg-none', 'sg-nat'] as const);
    return {
      kind: 'security-group',
      id,
      vpcId: null,
      ownerId: account,
      peeringConnectionId: null,
      peeringStatus: null,
    };
  }
  if (random.chance(0.03)) return { kind: 'ipv6', cidr: '::/0' };
  return { kind: 'ipv4', cidr: random.pick(random.chance(0.3) ? sources : destinations) };
};

const addGroupRule = (n: Lists, random: Random): void =>
  change(random, n.securityGroups, (group) => {
    const side = random.chance(0.7) ? 'egress' : 'ingress';
    if (random.chance(0.7)) group[side] = [];
    for (let count = 1 + random.below(3); count > 0; count -= 1)
      group[side].push({ ...randomPorts(random), peer: peer(n, random) });
  });

const groups = (n: Lists, random: Random): void =>
  change(random, n.functions, ({ network }) => {
    if (network.kind === 'vpc')
      network.securityGroupIds = random.pick([
        ['sg-none'],
        ['sg-none', 'sg-fn'],
        ['sg-fn', 'sg-none'],
        ['sg-gone', 'sg-none'],
      ]);
  });

/** Network ACLs, security groups and prefix lists. */
export const ruleTwists: readonly Twist[] = [
  twist(16, (n, random) => change(random, n.networkAcls, (acl) => addEntry(acl, random))),
  twist(6, (n, random) => change(random, n.networkAcls, (acl) => tighten(acl, random))),
  twist(1, (n, random) => change(random, n.networkAcls, (acl) => dropEntries(acl, random, () => true))),
  twist(1, (n, random) => change(random, n.networkAcls, (acl) => dropEntries(acl, random, (number) => number > 32766))),
  twist(1, (n, random) =>
    change(random, n.networkAcls, (acl) => {
      acl.subnetIds = acl.subnetIds.filter(() => random.chance(0.5));
    }),
  ),
  twist(1, (n) => {
    const all = n.networkAcls.flatMap(({ subnetIds }) => subnetIds);
    for (const acl of n.networkAcls) acl.subnetIds = acl.id === 'acl-fn' ? all : [];
  }),
  twist(0.5, (n, random) =>
    change(random, n.networkAcls, (acl) => {
      acl.isDefault = random.pick([false, null]);
    }),
  ),
  twist(7, addGroupRule),
  twist(2, groups),
  twist(1, (n, random) =>
    change(random, n.prefixLists, (list) => {
      list.cidrs = { status: 'unavailable', action: 'ec2:GetManagedPrefixListEntries', reason: 'access denied' };
    }),
  ),
  twist(1, (n, random) =>
    change(random, n.prefixLists, (list) => {
      if (list.cidrs.status === 'known') list.cidrs.value.push(random.pick([...destinations, '::/0']));
    }),
  ),
];
