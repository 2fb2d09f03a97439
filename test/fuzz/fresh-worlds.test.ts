import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { worldKinds } from './recipes.ts';
import { checkWorlds, emptyTally } from './tally.ts';

const seed = Number(env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const worlds = Number(env['FUZZ_FRESH_WORLDS'] ?? 100);
const again = `FUZZ_SEED=${seed} FUZZ_FRESH_WORLDS=${worlds} npx vitest run --config vitest.fuzz.config.ts test/fuzz/fresh-worlds.test.ts`;

/** What they bring to light becomes a row of test/truth. */
describe(`worlds that nobody has seen before, from FUZZ_SEED=${seed}`, () => {
  console.log(`${worlds} fresh worlds of each kind; to meet them again: ${again}`);

  it.each(worldKinds)(`agrees with packets in ${worlds} of the kind %s`, (kind) => {
    expect(checkWorlds(emptyTally(kind), seed, worlds), `to repeat: ${again}`).toEqual([]);
  });
});
