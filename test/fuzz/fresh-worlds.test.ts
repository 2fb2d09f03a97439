import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { worldKinds } from './recipes.ts';
import { checkWorlds, emptyTally } from './tally.ts';

const seed = Number(env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const worlds = Number(env['FUZZ_FRESH_WORLDS'] ?? 250);

describe(`worlds that nobody has seen before, from FUZZ_SEED=${seed}`, () => {
  it.each(worldKinds)(`agrees with the engine in ${worlds} of the kind %s`, (kind) => {
    console.log(`fresh worlds of the kind ${kind} from FUZZ_SEED=${seed}`);
    expect(checkWorlds(emptyTally(kind), seed, worlds)).toEqual([]);
  });
});
