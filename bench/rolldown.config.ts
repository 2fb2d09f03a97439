import { defineConfig } from 'rolldown';

/** The bench as plain JavaScript, which every supported Node.js runs; out of the way of the checkout and the package. */
export default defineConfig({
  input: {
    main: 'bench/main.ts',
    engine: 'bench/engine/main.ts',
    measure: 'bench/engine/measure.ts',
    'sequential-client': 'bench/sequential-client.ts',
    'aws-server': 'test/support/aws-server/main.ts',
  },
  platform: 'node',
  output: {
    // Two folders deep, as the sources are that find the fixtures from where they lie.
    dir: 'node_modules/.lambda-net-doctor-bench',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
  },
});
