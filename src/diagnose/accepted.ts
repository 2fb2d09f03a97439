import type { RuleLevel } from '../model/config.ts';
import type { Ignore, Intent } from '../model/intent.ts';
import type { Finding, IgnoredFinding } from '../model/report.ts';
import type { PlacedFunction } from '../rules/rule.ts';
import type { LapsedFinding } from '../rules/shared/expected.ts';
import { lesser } from './causes.ts';
import { isExpected } from './expectation.ts';
import { fits, fitsFunction } from './function-pattern.ts';
import type { Outcome } from './outcome.ts';

/** Findings as a configuration wants them: those that count, those that it accepts, and those that it no longer does. */
export interface Sorted {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly lapsed: readonly LapsedFinding[];
}

/** Whether a finding speaks of targets alone on which nobody counts; it never fails a build. */
const isAboutNothingExpected = ({ targets }: Finding, outcomes: readonly Outcome[]): boolean =>
  targets.length > 0 &&
  outcomes.every(({ target, question }) => !targets.includes(target) || !isExpected(question.origin));

const atLevel = (finding: Finding, level: RuleLevel | undefined, outcomes: readonly Outcome[]): readonly Finding[] => {
  if (level === undefined) return [finding];
  if (level === 'off') return [];
  const severity = isAboutNothingExpected(finding, outcomes) ? lesser(level, 'warning') : level;
  return [{ ...finding, severity }];
};

/** Findings with the severities that a configuration gives to their rules. */
export const atLevels = (
  findings: readonly Finding[],
  levels: Intent['levels'],
  outcomes: readonly Outcome[],
): readonly Finding[] =>
  levels.size === 0 ? findings : findings.flatMap((finding) => atLevel(finding, levels.get(finding.ruleId), outcomes));

const accepts = ({ ruleId, functions, resource }: Ignore, finding: Finding, fn: PlacedFunction): boolean =>
  ruleId === finding.ruleId && fitsFunction(functions, fn) && (resource === null || fits(resource, finding.resource));

/** Sorts out what is accepted; `today` is the day of the snapshot, and an entry holds to the end of its last day. */
export const sorted = (
  all: readonly Finding[],
  ignores: readonly Ignore[],
  fn: PlacedFunction,
  today: string,
): Sorted => {
  const findings: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  const lapsed: LapsedFinding[] = [];
  for (const finding of all) {
    const entries = ignores.filter((entry) => accepts(entry, finding, fn));
    const holding = entries.find(({ until }) => until === null || today <= until);
    const [over] = entries;
    if (holding === undefined) findings.push(finding);
    else {
      const { reason, until, writtenIn } = holding;
      ignored.push({ finding, reason, until, ignoredBy: writtenIn });
    }
    if (holding === undefined && over !== undefined) lapsed.push({ ignore: over, finding });
  }
  return { findings, ignored, lapsed };
};
