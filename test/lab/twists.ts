import { type Random, randomFrom } from '../fuzz/random.ts';
import type { Network } from '../support/network.ts';

/** A random change of the correct network. */
export type Twist = (n: Network, random: Random) => void;

/** Makes one to four random changes. */
export const applyTwists = (n: Network, random: Random, twists: readonly Twist[]): void => {
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const own = randomFrom(random.below(2 ** 31));
    const twist = random.pick(twists);
    // A change may need what an earlier one took away; then it is none.
    const before = structuredClone(n.all);
    try {
      twist(n, own);
    } catch {
      Object.assign(n.all, before);
    }
  }
};
