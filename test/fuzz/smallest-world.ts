import fc from 'fast-check';
import { compare } from './comparison.ts';
import type { WorldKind } from './recipes.ts';
import { worldFrom } from './world.ts';

const differencesOf = (kind: WorldKind, seed: number, kept: readonly number[]): readonly string[] =>
  compare(worldFrom(kind, seed, kept)).differences;

/** A world about which the engine and packets differ: without the changes that do not matter, as a line to paste. */
export const smallestDifference = (kind: WorldKind, seed: number): string => {
  const all = Array.from({ length: worldFrom(kind, seed).changes }, (_, index) => index);
  const agrees = fc.property(fc.subarray(all), (kept) => differencesOf(kind, seed, kept).length === 0);
  const kept = fc.check(agrees, { examples: [[all]], numRuns: 1 }).counterexample?.[0] ?? all;
  return `worldFrom('${kind}', ${seed}, [${kept}]): ${differencesOf(kind, seed, kept).join('; ')}`;
};
