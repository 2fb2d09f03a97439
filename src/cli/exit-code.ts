import { ExitCode } from '../errors.ts';
import type { Severity } from '../model/report.ts';
import type { FailOn } from './invocation.ts';

/** What came of a run, as far as its exit code tells it. */
export interface Outcome {
  readonly interrupted: boolean;
  readonly bug: boolean;
  /** Wrong use, or a named function that does not exist. */
  readonly wrongUse: boolean;
  /** Of all findings. */
  readonly severities: readonly Severity[];
  /** Whether it cannot be told if what is expected of some function holds. */
  readonly undecided: boolean;
  /** Whether AWS could not be asked, be it only about one of the functions. */
  readonly notAsked: boolean;
}

const rank: Readonly<Record<FailOn, number>> = { note: 1, warning: 2, error: 3, never: 4 };

/** The first that applies wins, whatever the format of the report. */
export const exitCodeOf = (
  outcome: Outcome,
  options: { readonly failOn: FailOn; readonly allowUnknown: boolean },
): ExitCode => {
  if (outcome.interrupted) return ExitCode.interrupted;
  if (outcome.bug) return ExitCode.bug;
  if (outcome.wrongUse) return ExitCode.wrongUse;
  if (outcome.severities.some((severity) => rank[severity] >= rank[options.failOn])) return ExitCode.findings;
  if (outcome.notAsked || (outcome.undecided && !options.allowUnknown)) return ExitCode.incomplete;
  return ExitCode.fine;
};
