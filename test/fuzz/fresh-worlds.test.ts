import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { checkWorlds, emptyTally } from './tally.ts';

const seed = Number(env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const worlds = Number(env['FUZZ_FRESH_WORLDS'] ?? 300);

describe(`worlds that nobody has seen before, from FUZZ_SEED=${seed}`, () => {
  it.each(['ipv4', 'ipv6'] as const)(`agrees with the engine in ${worlds} of them over %s`, (family) => {
    console.log(`fresh ${family} worlds from FUZZ_SEED=${seed}`);
    expect(checkWorlds(emptyTally(family), seed, worlds)).toEqual([]);
  });
});
