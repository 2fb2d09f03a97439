import type { SecurityGroupRule } from '../../model/kinds/security-groups.ts';
import type { Family } from '../address.ts';
import { type Address, type Block, inBlock, isInside, readBlock } from './block.ts';
import type { Facts } from './facts.ts';
import { find } from './items.ts';
import type { Decision } from './packet.ts';
import type { PrefixListBlocks } from './prefix-lists.ts';

/** One rule of a security group that can concern TCP of one family; null stands for what is not known. */
export interface GroupRule {
  readonly text: string;
  readonly ports: readonly [from: number, to: number] | null;
  readonly peer: { readonly blocks: readonly Block[] | null } | Reference;
}

/** The other end of a packet as a group sees it: its address, and the groups of the interface that owns it. */
export interface FarEnd {
  readonly address: Address;
  readonly groups: readonly string[] | null;
}

type Reference = Extract<SecurityGroupRule['peer'], { kind: 'security-group' }>;

/**
 * A reference to a group of a peered VPC counts while the connection is active.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
const isStale = ({ peeringConnectionId, peeringStatus }: Reference): boolean =>
  peeringConnectionId !== null && peeringStatus !== 'active';

const readPeer = (
  peer: SecurityGroupRule['peer'],
  blocksOf: PrefixListBlocks,
  family: Family,
): GroupRule['peer'] | null => {
  if (peer.kind === 'security-group') return isStale(peer) ? null : peer;
  if (peer.kind === 'prefix-list') return { blocks: blocksOf(peer.id) };
  const block = readBlock(peer.cidr, family);
  return block === null ? null : { blocks: [block] };
};

const peerText = (peer: SecurityGroupRule['peer']): string => ('cidr' in peer ? peer.cidr : peer.id);

export const readGroupRules = (
  rules: readonly SecurityGroupRule[],
  blocksOf: PrefixListBlocks,
  family: Family,
): readonly GroupRule[] =>
  rules.flatMap(({ protocol, ports, peer }): GroupRule[] => {
    const read = readPeer(peer, blocksOf, family);
    const all = protocol === '-1' || ports.kind === 'all';
    if ((protocol !== '6' && protocol !== '-1') || read === null || (!all && ports.kind === 'icmp')) return [];
    const range = ports.kind === 'range' ? ([ports.from, ports.to] as const) : null;
    return [{ text: `a rule for ${peerText(peer)}`, ports: all ? [0, 65535] : range, peer: read }];
  });

/** Whether the interfaces of a referenced group can all be seen: those of a peered VPC may belong to another account. */
const areSeen = (facts: Facts, { vpcId, peeringConnectionId }: Reference): boolean =>
  facts.interfaces !== null &&
  (peeringConnectionId === null || (facts.subnets?.some((subnet) => subnet.vpcId === vpcId) ?? false));

/** Whether an interface that cannot be seen may have the address: those of a VPC have addresses of its ranges. */
const mayHave = (facts: Facts, address: Address, { vpcId, peeringConnectionId }: Reference): boolean => {
  const vpcs = facts.vpcs?.filter(({ id }) => vpcId === null || id === vpcId) ?? [];
  return peeringConnectionId !== null || vpcs.length === 0 || vpcs.some((vpc) => isInside(vpc, address));
};

/**
 * A referenced group stands for the private addresses of the interfaces that carry it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
const carries = (facts: Facts, { address, groups }: FarEnd, reference: Reference): boolean | null => {
  if (groups !== null) return groups.includes(reference.id);
  if (!areSeen(facts, reference)) return mayHave(facts, address, reference) ? null : false;
  for (const nic of facts.interfaces ?? [])
    if (nic.addresses.includes(address) && nic.securityGroupIds.includes(reference.id)) return true;
  return false;
};

const matchesPeer = (facts: Facts, peer: GroupRule['peer'], far: FarEnd): boolean | null => {
  if ('id' in peer) return carries(facts, far, peer);
  if (peer.blocks === null) return null;
  for (const block of peer.blocks) if (inBlock(far.address, block)) return true;
  return false;
};

/** The union of the rules of all groups: one rule that matches lets the packet through. */
export const decideByGroups = (
  facts: Facts,
  ids: readonly string[],
  direction: 'ingress' | 'egress',
  far: FarEnd,
  port: number,
): readonly [Decision, string] => {
  let mayAllow = ids.length === 0 ? 'its security groups are not known' : '';
  for (const id of ids) {
    const group = find(facts.securityGroups, id);
    if (group === 'absent' || group === 'unread') {
      mayAllow = `${id} is not known`;
      continue;
    }
    for (const { text, ports, peer } of group[direction]()) {
      if (ports !== null && (port < ports[0] || port > ports[1])) continue;
      const matches = matchesPeer(facts, peer, far);
      if (matches === true && ports !== null) return ['passes', text];
      if (matches !== false) mayAllow = text;
    }
  }
  return mayAllow === '' ? ['blocks', `no ${direction} rule`] : ['unknown', mayAllow];
};
