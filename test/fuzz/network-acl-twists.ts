import type { AddressPlan } from './address-plan.ts';
import type { Random } from './random.ts';
import type { Lists } from './resources.ts';
import { change, randomPorts, type Twist, twist } from './twist.ts';

type Acl = Lists['networkAcls'][number];

const direction = (random: Random): Acl['entries'][number]['direction'] => random.pick(['ingress', 'egress'] as const);

const aclCidr = (plan: AddressPlan, random: Random): Acl['entries'][number]['cidr'] => {
  if (random.chance(0.03)) return { ...plan.other };
  if (random.chance(0.02)) return { kind: 'unknown' };
  return { kind: plan.family, cidr: random.pick(random.chance(0.35) ? plan.sources : plan.destinations) };
};

const addEntry = (plan: AddressPlan, acl: Acl, random: Random): void => {
  const side = direction(random);
  const taken = acl.entries.filter((entry) => entry.direction === side).map(({ ruleNumber }) => ruleNumber);
  const free = [1, 9, 80, 90, 95, 99, 101, 110, 200, 1000].filter((number) => !taken.includes(number));
  if (free.length === 0) return;
  acl.entries.splice(random.below(acl.entries.length + 1), 0, {
    ruleNumber: random.pick(free),
    direction: side,
    action: random.chance(0.02) ? 'unknown:log' : random.pick(['allow', 'deny'] as const),
    cidr: aclCidr(plan, random),
    ...randomPorts(random),
  });
};

const dropEntries = (acl: Acl, random: Random, matching: (ruleNumber: number) => boolean): void => {
  const side = direction(random);
  acl.entries = acl.entries.filter((entry) => entry.direction !== side || !matching(entry.ruleNumber));
};

/** Replaces the allow-all by a few allows, as hand-made network ACLs look. */
const tighten = (plan: AddressPlan, acl: Acl, random: Random): void => {
  const side = direction(random);
  acl.entries = acl.entries.filter((entry) => entry.direction !== side);
  const rule = (ruleNumber: number, cidr: string, from: number, to: number): void => {
    const ports = { kind: 'range', from, to } as const;
    acl.entries.push({
      ruleNumber,
      direction: side,
      action: 'allow',
      protocol: '6',
      cidr: { kind: plan.family, cidr },
      ports,
    });
  };
  const { everywhere, vpc, subnets } = plan;
  rule(100, random.pick([everywhere, everywhere, vpc]), 443, 443);
  const ranges = random.pick([
    [[1024, 65535]],
    [[32768, 65535]],
    [[32768, 61000]],
    [[1024, 40000]],
    [
      [1024, 32767],
      [40000, 65535],
    ],
  ] as const);
  const cidr = random.pick([everywhere, everywhere, vpc, subnets['subnet-fa']]);
  for (const [index, [from, to]] of ranges.entries()) rule(110 + 10 * index, cidr, from, to);
};

/** Both network ACLs deny some ports of the replies: which of them the same packet meets is the question. */
const denyOnBothSides = (plan: AddressPlan, n: Lists, random: Random): void => {
  const ranges = [
    [1024, 32767],
    [30000, 50000],
    [49152, 65535],
  ] as const;
  for (const id of ['acl-fn', 'acl-nat']) {
    const [from, to] = random.pick(ranges);
    n.networkAcls
      .find((acl) => acl.id === id)
      ?.entries.push({
        ruleNumber: 50,
        direction: 'ingress',
        action: 'deny',
        protocol: '6',
        cidr: { kind: plan.family, cidr: plan.everywhere },
        ports: { kind: 'range', from, to },
      });
  }
};

export const networkAclTwists = (plan: AddressPlan): readonly Twist[] => [
  twist(16, (n, random) => change(random, n.networkAcls, (acl) => addEntry(plan, acl, random))),
  twist(6, (n, random) => change(random, n.networkAcls, (acl) => tighten(plan, acl, random))),
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
  twist(3, (n, random) => denyOnBothSides(plan, n, random)),
];
