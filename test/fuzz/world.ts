import type { Kind } from '../../src/model/sections.ts';
import { kinds } from '../../src/model/sections.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import type { Family } from '../../src/network/address.ts';
import { healthy } from '../support/network.ts';
import { type AddressPlan, addressPlans } from './address-plan.ts';
import { deviceTwists, unreadable } from './device-twists.ts';
import { dualStackNetwork } from './dual-stack-network.ts';
import { farNetwork } from './far-network.ts';
import { farPlans, farTargets } from './far-plan.ts';
import { farTwists } from './far-twists.ts';
import { ipv6Twists } from './ipv6-twists.ts';
import { natGatewayTwists } from './nat-gateway-twists.ts';
import { natInstanceTwists } from './nat-instance.ts';
import { smallNetwork } from './network.ts';
import { networkAclTwists } from './network-acl-twists.ts';
import { publicAccessTwists } from './public-access-twists.ts';
import { type Random, randomFrom } from './random.ts';
import type { Lists } from './resources.ts';
import { routeTwists } from './route-twists.ts';
import { securityGroupTwists } from './security-group-twists.ts';
import type { Twist } from './twist.ts';

/** Worlds of which the internet is asked over one family, and those about what else a function can call. */
export const worldKinds = ['ipv4', 'ipv6', 'targets', 'targets6'] as const;
export type WorldKind = (typeof worldKinds)[number];

/** The networks of one kind: one in which all works, and what can change in it. */
interface Recipe {
  readonly family: Family;
  readonly network: () => Lists;
  readonly twists: readonly Twist[];
  /** What is asked of a world, as after `--to`. */
  readonly asked: (random: Random) => readonly string[];
}

const twistsOf = (plan: AddressPlan, own: readonly Twist[]): readonly Twist[] => {
  return [
    ...networkAclTwists(plan),
    ...securityGroupTwists(plan),
    ...routeTwists(plan),
    ...own,
    ...publicAccessTwists,
    ...deviceTwists(plan),
  ];
};

const ofIpv4 = [...natGatewayTwists, ...natInstanceTwists];

const aboutTargets = (family: Family, own: readonly Twist[]): Recipe => {
  const far = farPlans[family];
  return {
    family,
    network: farNetwork(family),
    twists: twistsOf(far.plan, [...own, ...farTwists(far)]),
    asked: farTargets(far),
  };
};

export const recipes: Readonly<Record<WorldKind, Recipe>> = {
  ipv4: {
    family: 'ipv4',
    network: smallNetwork,
    twists: twistsOf(addressPlans.ipv4, ofIpv4),
    asked: () => ['internet'],
  },
  ipv6: {
    family: 'ipv6',
    network: dualStackNetwork,
    twists: twistsOf(addressPlans.ipv6, ipv6Twists),
    asked: () => ['internet6'],
  },
  targets: aboutTargets('ipv4', ofIpv4),
  targets6: aboutTargets('ipv6', ipv6Twists),
};

export const randomTwist = (twists: readonly Twist[], random: Random): Twist => {
  const totalWeight = twists.reduce((sum, { weight }) => sum + weight, 0);
  let left = (random.below(1_000_000) / 1_000_000) * totalWeight;
  for (const twist of twists) {
    left -= twist.weight;
    if (left < 0) return twist;
  }
  throw new Error('the weights do not add up');
};

/** Network ACLs and route tables serve subnets of their own VPC only. */
const separateVpcs = (n: Lists): void => {
  const vpcOf = new Map<string | null, string>(n.subnets.map(({ id, vpcId }) => [id, vpcId]));
  const isForeign = (subnetId: string | null, vpcId: string): boolean => (vpcOf.get(subnetId) ?? vpcId) !== vpcId;
  for (const acl of n.networkAcls) acl.subnetIds = acl.subnetIds.filter((id) => !isForeign(id, acl.vpcId));
  for (const table of n.routeTables)
    table.associations = table.associations.filter(({ subnetId }) => !isForeign(subnetId, table.vpcId));
};

/** Gives devices that were moved an address of the subnet in which they stand. */
export const settle = (n: Lists): void => {
  separateVpcs(n);
  const moved = (address: string, subnetId: string | null): string => {
    const block = n.subnets.find(({ id }) => id === subnetId)?.cidr;
    return block ? block.replace(/\d+\/\d+$/, address.slice(address.lastIndexOf('.') + 1)) : address;
  };
  for (const nat of n.natGateways)
    for (const address of nat.addresses)
      if (address.privateIp) address.privateIp = moved(address.privateIp, nat.subnetId);
  for (const { privateIpAddresses, subnetId } of n.networkInterfaces)
    for (const item of privateIpAddresses) item.address = moved(item.address, subnetId);
};

/** A snapshot of these resources, in which some sections could not be read. */
export const snapshotOf = (lists: Lists, denied: readonly Kind[] = []): Snapshot => {
  const section = (kind: Kind): unknown =>
    denied.includes(kind)
      ? { status: 'unavailable', action: `ec2:Describe ${kind}`, reason: 'access denied' }
      : { status: 'collected', items: lists[kind] };
  const sections = Object.fromEntries(kinds.map((kind) => [kind, section(kind)]));
  return Snapshot.parse({ ...healthy, sections });
};

/** A small random network: one in which all works, with a few changes. */
export interface World {
  readonly snapshot: Snapshot;
  readonly asked: readonly string[];
  /** How many changes made it; each can be left out to find the one that matters. */
  readonly changes: number;
}

/**
 * Equal seeds give equal worlds; each change has a seed of its own, so that leaving one out leaves the others. `kept`
 * are the numbers of the changes that are made; all are if nothing is said.
 */
export const worldFrom = (kind: WorldKind, seed: number, kept: readonly number[] | null = null): World => {
  const random = randomFrom(seed);
  const { network, twists, asked } = recipes[kind];
  const isKept = (index: number): boolean => kept?.includes(index) ?? true;
  const lists = network();
  const changes = random.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8]);
  for (let index = 0; index < changes; index += 1) {
    const own = randomFrom(random.below(2 ** 31));
    if (isKept(index)) randomTwist(twists, own).change(lists, own);
  }
  settle(lists);
  const hidden: readonly Kind[] = random.chance(0.25) ? unreadable(random) : [];
  const denied = hidden.filter((_, index) => isKept(changes + index));
  return {
    snapshot: snapshotOf(lists, denied),
    asked: asked(randomFrom(seed + 1)),
    changes: changes + hidden.length,
  };
};
