import type { Plugin } from './read-only.ts';

/** How many calls may be under way, so that none waits inside the SDK while its time runs. */
const callsAtOnce = 8;

/** Lets so many tasks run at a time, in the order in which they came. */
export const inTurn = (atOnce: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

export interface CallCounter {
  readonly plugin: Plugin;
  /** Calls so far: a page is a call, a retry is not. */
  readonly calls: () => number;
}

/** Counts the calls of all clients that use the plug-in, and lets only so many be under way. */
export const countCalls = (): CallCounter => {
  const turn = inTurn(callsAtOnce);
  let calls = 0;
  const plugin: Plugin = {
    applyToStack: (stack) =>
      stack.add(
        (next) => (args) => {
          calls += 1;
          return turn(() => next(args));
        },
        { step: 'initialize', name: 'countCalls', priority: 'low', override: true },
      ),
  };
  return { plugin, calls: () => calls };
};
