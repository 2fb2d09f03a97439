import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare, type Diagnose } from '../comparison.ts';
import { type Expectations, expectationsOf } from '../expectations.ts';
import { type WorldKind, worldKinds } from '../recipes.ts';
import { type World, worldFrom } from '../world.ts';
import type { Mutant } from './mutant.ts';
import { equivalents, mutants } from './mutants.ts';

interface Prey {
  readonly world: World;
  readonly expectations: Expectations;
}

const limit = 3000;
const worlds: Readonly<Record<WorldKind, Prey[]>> = { ipv4: [], ipv6: [], targets: [], targets6: [] };
const seeds: Record<WorldKind, number> = { ipv4: 0, ipv6: 0, targets: 0, targets6: 0 };

/** Worlds about which the engine and packets agree, so that every difference is the mutant's. */
const worldAt = (kind: WorldKind, index: number): Prey => {
  while (worlds[kind].length <= index) {
    seeds[kind] += 1;
    const world = worldFrom(kind, seeds[kind]);
    const expectations = expectationsOf(world);
    if (compare(world, expectations).differences.length === 0) worlds[kind].push({ world, expectations });
  }
  const world = worlds[kind][index];
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
const isFound = (diagnose: Diagnose, { world, expectations }: Prey): boolean => {
  try {
    return compare(world, expectations, diagnose).differences.length > 0;
  } catch {
    return true;
  }
};

/** In which world a mutant is found; null if in none. */
const hunt = async (mutant: Mutant, kind: WorldKind, tries: number): Promise<number | null> => {
  const diagnose = await load(mutant);
  for (let index = 0; index < tries; index += 1) if (isFound(diagnose, worldAt(kind, index))) return index;
  return null;
};

describe.each(worldKinds)('packets through random worlds (%s) find the engine in which', (kind) => {
  for (const mutant of mutants[kind])
    it(mutant.name, async () => {
      expect(await hunt(mutant, kind, limit)).not.toBeNull();
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
    const found = worldKinds.flatMap((kind) => mutants[kind]);
    const names = [...found, ...equivalents].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(found.length).toBeGreaterThanOrEqual(20);
  });

  it('cannot be loaded if their text does not stand in the engine', async () => {
    await expect(load({ name: 'nobody knows it', file: 'ports.ts', from: 'x', to: 'y' })).rejects.toThrow('no mutant');
  });
});
