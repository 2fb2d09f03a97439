import type { NetworkAcl } from '../../src/model/kinds/network-acls.ts';
import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Random } from '../fuzz/random.ts';
import { ipv6AclRule } from '../support/ipv6.ts';
import type { Mutable, Network } from '../support/network.ts';
import { aclRule, addPrefixList, groupReference, groupRule } from '../support/resources.ts';
import { familyOf } from './addresses.ts';
import { blocks, everywhere, ownBlocks, portRanges, replyPorts, requestPorts } from './random-ranges.ts';
import type { Twist } from './twists.ts';

type AclRule = ReturnType<typeof aclRule>;
type Direction = 'ingress' | 'egress';

/** A rule for the family of its block. */
export const anyAclRule = (...rule: Parameters<typeof aclRule>): AclRule =>
  familyOf(rule[2]) === 'ipv4' ? aclRule(...rule) : ipv6AclRule(...rule);

const randomAclRule = (random: Random, ruleNumber: number, remote: readonly string[]): AclRule => {
  const ports = random.chance(0.25) ? 'all' : random.pick(portRanges);
  const rule = anyAclRule(ruleNumber, random.chance(0.6) ? 'allow' : 'deny', random.pick(remote), ports);
  return random.chance(0.2) ? { ...rule, protocol: '17' } : rule;
};

/**
 * Random rules around some that let a large part through, in place of all rules of one direction but the final denies
 * and those for the other family. AWS gives them in no particular order.
 */
export const surround = (
  acl: Mutable<NetworkAcl>,
  random: Random,
  direction: Direction,
  base: readonly AclRule[],
  remote: readonly string[],
): void => {
  const numbers = [10, 90, 99, 101, 110, 300].filter(() => random.chance(0.3));
  const rules = [...numbers.map((number) => randomAclRule(random, number, remote)), ...base];
  const families = new Set<string>(rules.map(({ cidr }) => cidr.kind));
  acl.entries = [
    ...rules.map((rule) => ({ ...rule, direction })).reverse(),
    ...acl.entries.filter(
      (entry) => entry.direction !== direction || entry.ruleNumber >= 32767 || !families.has(entry.cidr.kind),
    ),
  ];
};

type Side = 'private' | 'public';

/** Rules that let a large part through: requests one way and replies the other way, or both where a NAT gateway is. */
const baseRules = (random: Random, side: Side, direction: Direction): AclRule[] => {
  const some = (ranges: typeof portRanges) => (random.chance(0.3) ? 'all' : random.pick(ranges));
  if (side === 'private')
    return [aclRule(100, 'allow', everywhere, some(direction === 'egress' ? requestPorts : replyPorts))];
  return direction === 'ingress'
    ? [aclRule(98, 'allow', '10.0.0.0/16', some(requestPorts)), aclRule(100, 'allow', everywhere, some(replyPorts))]
    : [aclRule(98, 'allow', '10.0.0.0/16', some(replyPorts)), aclRule(100, 'allow', everywhere, some(requestPorts))];
};

const changeAcl = (n: Network, random: Random, name: string, side: Side): void => {
  const direction = random.pick(['ingress', 'egress'] as const);
  const remote = random.chance(0.3) ? ownBlocks : blocks;
  surround(n.networkAcl(name), random, direction, baseRules(random, side, direction), remote);
};

/** Takes a subnet out of its network ACL and gives it a copy of its own. */
const ownAcl: Twist = (n, random) => {
  const side = random.pick(['private', 'public'] as const);
  const { id } = n.subnet(`${side}-${random.pick(['a', 'b', 'c'])}`);
  const from = n.all.networkAcls.find(({ subnetIds }) => subnetIds.includes(id));
  if (from === undefined || from.subnetIds.length === 1) return;
  from.subnetIds = from.subnetIds.filter((subnetId) => subnetId !== id);
  const name = `own-${n.all.networkAcls.length}`;
  const copy = structuredClone(from);
  n.all.networkAcls.push({ ...copy, id: `acl-0${name}`, name, isDefault: false, subnetIds: [id] });
  changeAcl(n, random, name, side);
};

export const randomGroupRules = (random: Random, n: Network): Mutable<SecurityGroupRule>[] =>
  Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const ports = random.chance(0.3) ? 'all' : random.pick(portRanges);
    if (random.chance(0.15)) {
      const id = addPrefixList(n, `some${n.all.prefixLists.length}${index}`, [random.pick(blocks), '8.8.0.0/16']);
      return { ...groupRule(everywhere, ports), peer: { kind: 'prefix-list', id } };
    }
    if (random.chance(0.1)) return groupReference(n.securityGroup('default').id, ports);
    if (random.chance(0.2)) return { ...groupRule(everywhere, random.pick(portRanges)), protocol: '17' };
    return groupRule(random.pick(blocks), ports);
  });

const changeGroup: Twist = (n, random) => {
  n.securityGroup().egress = randomGroupRules(random, n);
  if (random.chance(0.3) && n.network().securityGroupIds.length === 1) {
    const id = n.addSecurityGroup('second', { egress: randomGroupRules(random, n) });
    n.network().securityGroupIds.push(id);
  }
};

/** Rules for UDP in the way of everything, which no TCP connection may notice. */
const rulesForUdp: Twist = (n, random) => {
  const acl = n.networkAcl(random.pick(['private', 'public']));
  const rule = { ...aclRule(5, 'deny', everywhere, [0, 65535]), protocol: '17' };
  acl.entries.push({ ...rule, direction: random.pick(['ingress', 'egress']) });
  n.securityGroup().egress.push({ ...groupRule(everywhere, [0, 65535]), protocol: '17' });
};

const privateAcl: Twist = (n, random) => changeAcl(n, random, 'private', 'private');
const publicAcl: Twist = (n, random) => changeAcl(n, random, 'public', 'public');

export const ruleTwists: readonly Twist[] = [
  privateAcl,
  privateAcl,
  publicAcl,
  publicAcl,
  ownAcl,
  changeGroup,
  rulesForUdp,
];

/** Who lets the function in to a NAT instance: its network, parts of it, or its group by reference. */
export const randomCallerRules = (random: Random, n: Network): Mutable<SecurityGroupRule>[] => {
  const ports = random.chance(0.4) ? 'all' : random.pick(portRanges);
  if (random.chance(0.35)) return [groupReference(n.securityGroup().id, ports)];
  return [groupRule(random.pick([everywhere, ...ownBlocks]), ports)];
};
