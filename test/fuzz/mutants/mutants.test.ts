import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import type { Family } from '../../../src/network/address.ts';
import { compare, type Diagnose, expectationsOf } from '../comparison.ts';
import type { Expectation } from '../expectation.ts';
import { worldFrom } from '../world.ts';
import type { Mutant } from './mutant.ts';
import { equivalents, mutants } from './mutants.ts';

interface Prey {
  readonly snapshot: Snapshot;
  readonly expectations: ReadonlyMap<string, Expectation>;
}

const limit = 1500;
const worlds: Readonly<Record<Family, Prey[]>> = { ipv4: [], ipv6: [] };
const seeds: Record<Family, number> = { ipv4: 0, ipv6: 0 };

/** Worlds about which the engine and packets agree, so that every difference is the mutant's. */
const worldAt = (family: Family, index: number): Prey => {
  while (worlds[family].length <= index) {
    seeds[family] += 1;
    const { snapshot } = worldFrom(family, seeds[family]);
    const expectations = expectationsOf(snapshot, family);
    if (compare(snapshot, family, expectations).differences.length === 0)
      worlds[family].push({ snapshot, expectations });
  }
  const world = worlds[family][index];
  if (world === undefined) throw new Error('no world was made');
  return world;
};

/** A path that is made at run time keeps vite from listing all files that it could stand for. */
const program = fileURLToPath(new URL('../../../src/diagnose.ts', import.meta.url));

const load = async ({ name }: Mutant): Promise<Diagnose> => {
  const path = `${program}?mutant=${encodeURIComponent(name)}`;
  const faulty: { readonly diagnose: Diagnose } = await import(/* @vite-ignore */ path);
  return faulty.diagnose;
};

/** A faulty engine is found if an answer differs, or if it breaks. */
const isFound = (diagnose: Diagnose, family: Family, { snapshot, expectations }: Prey): boolean => {
  try {
    return compare(snapshot, family, expectations, diagnose).differences.length > 0;
  } catch {
    return true;
  }
};

/** In which world a mutant is found; null if in none. */
const hunt = async (mutant: Mutant, family: Family, tries: number): Promise<number | null> => {
  const diagnose = await load(mutant);
  for (let index = 0; index < tries; index += 1) if (isFound(diagnose, family, worldAt(family, index))) return index;
  return null;
};

describe.each(['ipv4', 'ipv6'] as const)('random %s packets find the engine in which', (family) => {
  for (const mutant of mutants[family])
    it(mutant.name, async () => {
      expect(await hunt(mutant, family, limit)).not.toBeNull();
    });
});

describe('no packet can find the engine in which', () => {
  for (const mutant of equivalents)
    it(mutant.name, async () => {
      expect(await hunt(mutant, 'ipv4', 400)).toBeNull();
    });
});

describe('the faults themselves', () => {
  it('are at least 20, each with a name of its own', () => {
    const found = [...mutants.ipv4, ...mutants.ipv6];
    const names = [...found, ...equivalents].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(found.length).toBeGreaterThanOrEqual(20);
  });

  it('cannot be loaded if their text does not stand in the engine', async () => {
    await expect(load({ name: 'nobody knows it', file: 'ports.ts', from: 'x', to: 'y' })).rejects.toThrow('no mutant');
  });
});
