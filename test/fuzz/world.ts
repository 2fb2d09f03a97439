import type { Kind } from '../../src/model/sections.ts';
import { kinds } from '../../src/model/sections.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { healthy } from '../support/network.ts';
import { deviceTwists, unreadable } from './device-twists.ts';
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

const twists: readonly Twist[] = [
  ...networkAclTwists,
  ...securityGroupTwists,
  ...routeTwists,
  ...natGatewayTwists,
  ...natInstanceTwists,
  ...publicAccessTwists,
  ...deviceTwists,
];
const totalWeight = twists.reduce((sum, { weight }) => sum + weight, 0);

const randomTwist = (random: Random): Twist => {
  let left = (random.below(1_000_000) / 1_000_000) * totalWeight;
  for (const twist of twists) {
    left -= twist.weight;
    if (left < 0) return twist;
  }
  throw new Error('the weights do not add up');
};

/** Gives devices that were moved an address of the subnet in which they stand. */
const settle = (n: Lists): void => {
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

/** A small random network: one in which all works, with a few changes. */
export interface World {
  readonly snapshot: Snapshot;
  /** How many changes made it; each can be left out to find the one that matters. */
  readonly changes: number;
}

/** Equal seeds give equal worlds; each change has a seed of its own, so that leaving one out leaves the others. */
export const worldFrom = (seed: number, without: readonly number[] = []): World => {
  const random = randomFrom(seed);
  const lists = smallNetwork();
  const changes = random.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8]);
  for (let index = 0; index < changes; index += 1) {
    const own = randomFrom(random.below(2 ** 31));
    if (!without.includes(index)) randomTwist(own).change(lists, own);
  }
  settle(lists);
  const hidden: readonly Kind[] = random.chance(0.25) ? unreadable(random) : [];
  const denied = hidden.filter((_, index) => !without.includes(changes + index));
  const section = (kind: Kind): unknown =>
    denied.includes(kind)
      ? { status: 'unavailable', action: `ec2:Describe ${kind}`, reason: 'access denied' }
      : { status: 'collected', items: lists[kind] };
  const sections = Object.fromEntries(kinds.map((kind) => [kind, section(kind)]));
  return { snapshot: Snapshot.parse({ ...healthy, sections }), changes: changes + hidden.length };
};
