import { env } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import type { WorldKind } from './recipes.ts';
import { checkWorlds, emptyTally, mayBeMet, mustBeMet, shareOf } from './tally.ts';

/** Worlds of one file of `npm test`, and the packets that they take at least; `npm run fuzz` makes more worlds. */
interface Plan {
  readonly kind: WorldKind;
  readonly worlds: number;
  readonly packets: number;
  /** Of every second hundred, odd or even, so that two processors share the work; all of them if nothing is said. */
  readonly half?: 'odd' | 'even';
}

const chunk = 100;

/**
 * Random worlds of a family, in hundreds. The seeds are fixed, so that a change of the engine is the only thing that can
 * make a difference.
 */
export const bruteForce = ({ kind, worlds, packets, half }: Plan): void => {
  const amount = Number(env['FUZZ_WORLDS'] ?? worlds);
  const chunks = Array.from({ length: Math.ceil(amount / chunk) }, (_, index) => 1 + index * chunk);
  const own = chunks.filter((_, index) => half === undefined || (index % 2 === 0) === (half === 'odd'));
  const tally = emptyTally(kind);
  const title = half === undefined ? 'random worlds' : `the ${half} hundreds of random worlds`;

  describe(`the engine against packets of the kind ${kind} sent through ${title}`, () => {
    it.each(own)('agrees on verdict, share, exceptions and hops from world %i', (first) => {
      expect(checkWorlds(tally, first, chunk)).toEqual([]);
    });

    it('meets every verdict, hop and kind of blocker in at least 1 % of the worlds', () => {
      expect(mustBeMet(kind).filter((thing) => shareOf(tally, thing) < 0.01)).toEqual([]);
    });

    it('knows the kind of everything that stops a packet', () => {
      const known = [...mustBeMet(kind), ...mayBeMet(kind)];
      expect([...tally.met.keys()].filter((thing) => !known.includes(thing))).toEqual([]);
    });

    it(`sends at least ${packets.toLocaleString('en')} packets`, () => {
      expect(tally.packets).toBeGreaterThanOrEqual(packets);
    });

    afterAll(() => {
      console.log(`${tally.packets.toLocaleString('en')} packets of the kind ${kind} through ${tally.worlds} worlds`);
    });
  });
};
