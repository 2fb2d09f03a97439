import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/fuzz/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/network/**', 'src/rules/**', 'src/model/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 95 },
    },
  },
});
