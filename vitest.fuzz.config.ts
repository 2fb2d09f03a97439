import { defineConfig } from 'vitest/config';
import { loadMutant } from './test/fuzz/mutants/load-mutant.ts';

/**
 * The long proof of the engine, without coverage, which would slow it down several times. What worlds that nobody has
 * seen before bring to light becomes a row of test/truth.
 */
export default defineConfig({
  plugins: [loadMutant()],
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    testTimeout: 600_000,
    maxWorkers: '100%',
  },
});
