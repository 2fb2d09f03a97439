import type { Expected } from '../model/answer.ts';
import type { Severity, Verdict } from '../model/report.ts';
import type { Origin } from '../model/target.ts';

/** What a configuration says, for a report; null where it was not the one that asked. */
export const expectedOf = (origin: Origin): Expected | null =>
  origin === 'required' || origin === 'forbidden' || origin === 'any' ? origin : null;

/** Whether somebody counts on the answer. What is only detected, or asked without expectation, never fails a build. */
export const isExpected = (origin: Origin): boolean => origin !== 'any' && origin !== 'detected';

/** Whether somebody said that the target has to be reached, always and from everywhere. */
export const isDemanded = (origin: Origin): boolean => origin === 'to' || origin === 'required';

/** A blocked subnet is an error if somebody counts on the target; a partial one only if somebody asked for it. */
export const severityOf = (verdict: Verdict, origin: Origin): Severity => {
  if (!isExpected(origin)) return 'warning';
  if (verdict === 'blocked') return 'error';
  return verdict === 'partial' && isDemanded(origin) ? 'error' : 'warning';
};

const strictness: Readonly<Record<Origin, number>> = {
  forbidden: 5,
  required: 4,
  to: 3,
  default: 2,
  any: 1,
  detected: 0,
};

/** Whether the first counts where both ask for one target. */
export const isStricter = (a: Origin, b: Origin): boolean => strictness[a] > strictness[b];
