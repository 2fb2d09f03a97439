import type { AddressPlan } from './address-plan.ts';
import type { Random } from './random.ts';
import { account, type Lists } from './resources.ts';
import { change, randomPorts, type Twist, twist } from './twist.ts';

type GroupRule = Lists['securityGroups'][number]['egress'][number];

const peer = (plan: AddressPlan, n: Lists, random: Random): GroupRule['peer'] => {
  if (random.chance(0.1) && n.prefixLists.length > 0) return { kind: 'prefix-list', id: random.pick(n.prefixLists).id };
  if (random.chance(0.08)) return { kind: 'prefix-list', id: 'pl-gone' };
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
  if (random.chance(0.03)) return { ...plan.other };
  return { kind: plan.family, cidr: random.pick(random.chance(0.3) ? plan.sources : plan.destinations) };
};

const addGroupRule = (plan: AddressPlan, n: Lists, random: Random): void =>
  change(random, n.securityGroups, (group) => {
    const side = random.chance(0.7) ? 'egress' : 'ingress';
    if (random.chance(0.7)) group[side] = [];
    for (let count = 1 + random.below(3); count > 0; count -= 1)
      group[side].push({ ...randomPorts(random), peer: peer(plan, n, random) });
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

/** Security groups and the prefix lists that they and routes name. */
export const securityGroupTwists = (plan: AddressPlan): readonly Twist[] => [
  twist(7, (n, random) => addGroupRule(plan, n, random)),
  twist(2, groups),
  twist(1, (n, random) =>
    change(random, n.prefixLists, (list) => {
      list.cidrs = { status: 'unavailable', action: 'ec2:GetManagedPrefixListEntries', reason: 'access denied' };
    }),
  ),
  twist(1, (n, random) =>
    change(random, n.prefixLists, (list) => {
      if (list.cidrs.status === 'known') list.cidrs.value.push(random.pick([...plan.destinations, plan.other.cidr]));
    }),
  ),
];
