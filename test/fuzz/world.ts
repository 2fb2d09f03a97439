import type { Kind } from '../../src/model/sections.ts';
import { kinds } from '../../src/model/sections.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { healthy } from '../support/network.ts';
import { unreadable } from './device-twists.ts';
import { randomFrom } from './random.ts';
import { randomTwist, recipes, type WorldKind } from './recipes.ts';
import type { Lists } from './resources.ts';

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
  const targets = asked(randomFrom(seed + 1));
  const hidden = new Set<Kind>(random.chance(0.25) ? unreadable(random) : []);
  if (targets.includes('sqs') && random.chance(0.4)) hidden.add('networkInterfaces');
  const denied = [...hidden].filter((_, index) => isKept(changes + index));
  return {
    snapshot: snapshotOf(lists, denied),
    asked: targets,
    changes: changes + hidden.size,
  };
};
