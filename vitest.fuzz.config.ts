import { defineConfig } from 'vitest/config';
import { loadMutant } from './test/fuzz/mutants/load-mutant.ts';

/** The long proof of the engine, without coverage, which would slow it down several times. */
export default defineConfig({
  plugins: [loadMutant()],
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    testTimeout: 600_000,
    maxWorkers: '100%',
  },
});
