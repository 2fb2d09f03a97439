import type { RuleLevel } from './config.ts';
import type { Finding } from './report.ts';
import type { Question } from './target.ts';

/** One thing that is expected of functions. */
export interface Expectation {
  /** Name of a function, or name:qualifier; `*` stands for any number of characters. */
  readonly functions: string;
  /** Its origin says what is expected: `required`, `forbidden` or `any`. */
  readonly question: Question;
}

/** Findings that are accepted. */
export interface Ignore {
  readonly ruleId: Finding['ruleId'];
  readonly functions: string;
  /** Id of the culprit, with `*` as in `functions`; null for any. */
  readonly resource: string | null;
  readonly reason: string;
  /** Last day on which it holds, as in 2027-03-31; null if it holds for good. */
  readonly until: string | null;
  /** Where it is written: `lambda-net-doctor.yaml:12`. */
  readonly writtenIn: string;
}

/** What somebody wants of functions and of the report, beside what is asked of every function. */
export interface Intent {
  /** Of those that fit a function and name the same target, the first counts. */
  readonly expectations: readonly Expectation[];
  /** By id of the rule. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly ignores: readonly Ignore[];
}

/** Nobody wants anything in particular. */
export const noIntent: Intent = { expectations: [], levels: new Map(), ignores: [] };
