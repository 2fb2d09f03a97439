import type { Kind } from '../../src/model/sections.ts';
import { kinds } from '../../src/model/sections.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { deviceTwists, unreadable } from './device-twists.ts';
import { smallNetwork } from './network.ts';
import { type Random, randomFrom } from './random.ts';
import { account } from './resources.ts';
import { routeTwists } from './route-twists.ts';
import { ruleTwists } from './rule-twists.ts';
import type { Twist } from './twist.ts';

const twists: readonly Twist[] = [...ruleTwists, ...routeTwists, ...deviceTwists];
const totalWeight = twists.reduce((sum, { weight }) => sum + weight, 0);

const randomTwist = (random: Random): Twist => {
  let left = (random.below(1_000_000) / 1_000_000) * totalWeight;
  for (const twist of twists) {
    left -= twist.weight;
    if (left < 0) return twist;
  }
  throw new Error('the weights do not add up');
};

/** A small random network: one in which all works, with a few changes. Equal seeds give equal networks. */
export const worldFrom = (seed: number): Snapshot => {
  const random = randomFrom(seed);
  const lists = smallNetwork();
  for (let count = random.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8]); count > 0; count -= 1)
    randomTwist(random).change(lists, random);
  const denied: readonly Kind[] = random.chance(0.25) ? unreadable(random) : [];
  const section = (kind: Kind): unknown =>
    denied.includes(kind)
      ? { status: 'unavailable', action: `ec2:Describe ${kind}`, reason: 'access denied' }
      : { status: 'collected', items: lists[kind] };
  return Snapshot.parse({
    schemaVersion: 1,
    collectedAt: '2026-01-01T00:00:00.000Z',
    account,
    region: 'eu-west-1',
    apiCalls: 0,
    unreadFunctions: [],
    sections: Object.fromEntries(kinds.map((kind) => [kind, section(kind)])),
  });
};
