import { setTimeout as wait } from 'node:timers/promises';
import type { Plugin } from './read-only.ts';

export interface Pace {
  /** How many may begin at once. */
  readonly atOnce: number;
  /** How many more may begin in every second. */
  readonly perSecond: number;
}

/**
 * Lambda lets an account and Region have 15 requests a second to all of its control plane together, a limit that it
 * does not raise. Within any second this is 14 of them.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
 */
export const paceOfLambda: Pace = { atOnce: 4, perSecond: 10 };

/** Waits until it is the caller's turn, in the order in which they ask. It throws where the signal says to stop. */
export const paced = ({ atOnce, perSecond }: Pace, signal: AbortSignal): (() => Promise<void>) => {
  const interval = 1000 / perSecond;
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = performance.now();
    last = Math.max(last, now - atOnce * interval) + interval;
    if (last > now) await wait(Math.ceil(last - now), undefined, { signal });
  };
};

/** Lets the calls of a client begin no faster than the service answers them. A call that waits takes nobody's turn. */
export const atPace = (pace: Pace, signal: AbortSignal): Plugin => {
  const turn = paced(pace, signal);
  return {
    applyToStack: (stack) =>
      stack.add(
        (next) => async (args) => {
          await turn();
          return next(args);
        },
        { step: 'initialize', name: 'atPace', override: true },
      ),
  };
};
