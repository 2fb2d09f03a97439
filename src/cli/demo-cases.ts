// Generated from fixtures/ by `npm run generate`; do not edit.

/** The built-in networks of `demo` by name; each is loaded only when it is asked for. */
export const demoCases: ReadonlyMap<string, () => Promise<unknown>> = new Map([
  [
    'blackhole-in-one-zone',
    async () =>
      (await import('../../fixtures/blackhole-in-one-zone/snapshot.json', { with: { type: 'json' } })).default,
  ],
  ['healthy', async () => (await import('../../fixtures/healthy.json', { with: { type: 'json' } })).default],
]);
