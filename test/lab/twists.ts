import { type Random, randomFrom } from '../fuzz/random.ts';
import type { Network } from '../support/network.ts';

/** A random change of the correct network. */
export type Twist = (n: Network, random: Random) => void;

/** Makes one to four random changes; `first` is the first of them if it is given. */
export const applyTwists = (n: Network, random: Random, twists: readonly Twist[], first?: Twist): void => {
  let given = first;
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const own = randomFrom(random.below(2 ** 31));
    const twist = given ?? random.pick(twists);
    given = undefined;
    // A change may need what an earlier one took away; then it is none.
    const before = structuredClone(n.all);
    try {
      twist(n, own);
    } catch {
      Object.assign(n.all, before);
    }
  }
};

/** Goes round all changes with the seed, so that few networks have them all. */
export const inTurn = (twists: readonly Twist[], seed: number): Twist | undefined => {
  const all = [...new Set(twists)];
  return all[seed % all.length];
};
