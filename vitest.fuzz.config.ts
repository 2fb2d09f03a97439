import { configDefaults, defineConfig } from 'vitest/config';
import { loadMutant } from './test/fuzz/mutants/load-mutant.ts';

/** Worlds that nobody has seen before are for `npm run fuzz`: what they bring to light becomes a row of test/truth. */
const newWorlds = process.env['FUZZ_EXACT'] === '1' ? [] : ['test/fuzz/fresh-worlds.test.ts'];

/** The long proof of the engine, without coverage, which would slow it down several times. */
export default defineConfig({
  plugins: [loadMutant()],
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...newWorlds],
    testTimeout: 600_000,
    maxWorkers: '100%',
  },
});
