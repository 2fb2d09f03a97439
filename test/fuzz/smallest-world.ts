import fc from 'fast-check';
import type { Family } from '../../src/network/address.ts';
import { compare } from './comparison.ts';
import { worldFrom } from './world.ts';

const differencesOf = (family: Family, seed: number, kept: readonly number[]): readonly string[] =>
  compare(worldFrom(family, seed, kept).snapshot, family).differences;

/** A world about which the engine and packets differ: without the changes that do not matter, as a line to paste. */
export const smallestDifference = (family: Family, seed: number): string => {
  const all = Array.from({ length: worldFrom(family, seed).changes }, (_, index) => index);
  const agrees = fc.property(fc.subarray(all), (kept) => differencesOf(family, seed, kept).length === 0);
  const kept = fc.check(agrees, { examples: [[all]], numRuns: 1 }).counterexample?.[0] ?? all;
  return `worldFrom('${family}', ${seed}, [${kept}]): ${differencesOf(family, seed, kept).join('; ')}`;
};
