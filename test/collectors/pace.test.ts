import { expect, it } from 'vitest';
import { paced } from '../../src/collectors/pace.ts';

it('lets a few begin at once and the others one after the other, in the order in which they ask', async () => {
  const turn = paced({ atOnce: 2, perSecond: 50 }, new AbortController().signal);
  const start = performance.now();
  const begun: { readonly index: number; readonly ms: number }[] = [];
  const ask = async (index: number) => {
    await turn();
    begun.push({ index, ms: performance.now() - start });
  };
  await Promise.all([0, 1, 2, 3, 4].map(ask));
  expect(begun.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  // A timer may fire up to a millisecond early.
  for (const { index, ms } of begun) expect(ms, `${index}`).toBeGreaterThanOrEqual((index - 1) * 20 - 1);
  expect(begun[1]?.ms).toBeLessThan(20);
});

it('saves up no more than a few turns while nobody asks', async () => {
  const turn = paced({ atOnce: 1, perSecond: 20 }, new AbortController().signal);
  await turn();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const start = performance.now();
  await Promise.all([turn(), turn(), turn()]);
  expect(performance.now() - start).toBeGreaterThanOrEqual(99);
});

it('ends the waiting when it is told to stop', async () => {
  const stop = new AbortController();
  const turn = paced({ atOnce: 1, perSecond: 0.01 }, stop.signal);
  await turn();
  const waiting = turn();
  stop.abort();
  await expect(waiting).rejects.toThrow();
});
