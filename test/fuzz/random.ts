/** A seeded source of random choices, so that every world can be made again from its seed. */
export interface Random {
  /** An integer from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** The generator of Bob Jenkins (small fast counter), 32-bit. */
export const randomFrom = (seed: number): Random => {
  let [a, b, c, d] = [0xf1ea5eed, seed | 0, seed | 0, seed | 0];
  const next = (): number => {
    const e = (a - ((b << 27) | (b >>> 5))) | 0;
    a = b ^ ((c << 17) | (c >>> 15));
    b = (c + d) | 0;
    c = (d + e) | 0;
    d = (e + a) | 0;
    return d >>> 0;
  };
  for (let round = 0; round < 20; round += 1) next();
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { below, pick, chance: (probability) => next() / 2 ** 32 < probability };
};
