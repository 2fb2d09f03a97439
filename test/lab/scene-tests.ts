import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Comparison } from './comparison.ts';
import type { Fault } from './fault.ts';
import type { Lab } from './lab.ts';
import { compareRandom, firstToNotice, replay } from './random-comparison.ts';
import type { Scene } from './scenes.ts';

/** How much is compared in one kind of random networks. */
export interface Extent {
  readonly networks: number;
  readonly leastConnections: number;
  /** What stops connections in them, each many times. */
  readonly reasons: readonly string[];
  /** All of these are noticed in so many networks. */
  readonly faults: readonly Fault[];
  readonly faultsWithin: number;
}

const freshSeed = Number(process.env['LAMBDA_NET_DOCTOR_LAB_SEED'] ?? randomInt(2 ** 31));

/** The step of the path that stopped a connection, without the id of what stopped it. */
const kindOf = (reason: string): string => {
  const [hop = '', , ...owner] = reason.split(' ');
  return [hop, ...owner].join(' ');
};

/** Random networks of one kind, with seeds that are always the same and one that is new. */
export const describeScene = (lab: Lab | null, scene: Scene, extent: Extent): void => {
  const { networks, leastConnections, reasons, faults, faultsWithin } = extent;
  const seeds = [...Array.from({ length: networks }, (_, index) => index + 1), freshSeed];
  const started = (): Lab => {
    if (lab === null) throw new Error('the lab is not there');
    return lab;
  };
  describe.skipIf(lab === null)(`random networks: ${scene.name}`, () => {
    const compared: Comparison[] = [];

    it.each(seeds)('seed %i: the kernel and the engine agree on every connection', async (seed) => {
      const comparison = await compareRandom(started(), scene, seed);
      compared.push(comparison);
      const { disagreements } = comparison;
      if (disagreements.length > 0) expect.fail(replay(scene, seed, disagreements));
    });

    it('many of their connections work, and the others fail for every reason', () => {
      const works = compared.reduce((sum, one) => sum + one.works, 0);
      const seen = compared.flatMap((one) => one.reasons.map(kindOf));
      const all = works + seen.length;
      process.stderr.write(
        `\nkernel lab, ${scene.name}: ${all} connections in ${compared.length} networks, ${works} work; fresh seed ${freshSeed}\n`,
      );
      expect(all).toBeGreaterThan(leastConnections);
      expect(works / all).toBeGreaterThan(0.25);
      expect(works / all).toBeLessThan(0.75);
      expect([...new Set(seen)]).toEqual(expect.arrayContaining([...reasons]));
    });

    it.each(faults)('fault: $name: some connection tells', async (fault) => {
      expect(await firstToNotice(started(), scene, fault, faultsWithin)).toBeLessThanOrEqual(faultsWithin);
    });
  });
};
