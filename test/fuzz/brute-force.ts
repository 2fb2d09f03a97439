import { env } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { checkWorlds, emptyTally, mustBeMet, shareOf } from './tally.ts';

/** Worlds of `npm test`; `npm run fuzz` makes more. */
const worlds = Number(env['FUZZ_WORLDS'] ?? 3800);
const chunk = 100;

/**
 * Half of the worlds: two files, so that two processors share the work. The seeds are fixed, so that a change of the
 * engine is the only thing that can make a difference.
 */
export const bruteForce = (half: 'odd' | 'even'): void => {
  const chunks = Array.from({ length: Math.ceil(worlds / chunk) }, (_, index) => 1 + index * chunk);
  const own = chunks.filter((_, index) => (index % 2 === 0) === (half === 'odd'));
  const tally = emptyTally();

  describe(`the engine against packets sent through the ${half} hundreds of random worlds`, () => {
    it.each(own)('agrees on verdict, share, exceptions and hops from world %i', (first) => {
      expect(checkWorlds(tally, first, chunk)).toEqual([]);
    });

    it('meets every verdict, hop and kind of blocker in at least 1 % of the worlds', () => {
      expect(mustBeMet.filter((thing) => shareOf(tally, thing) < 0.01)).toEqual([]);
    });

    it('knows the kind of everything that stops a packet', () => {
      expect([...tally.met.keys()].filter((thing) => !mustBeMet.includes(thing))).toEqual([]);
    });

    it('sends at least 10 million packets', () => {
      expect(tally.packets).toBeGreaterThanOrEqual(10_000_000);
    });

    afterAll(() => {
      console.log(`${tally.packets.toLocaleString('en')} packets through ${tally.worlds} worlds`);
    });
  });
};
