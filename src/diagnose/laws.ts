import type { Finding } from '../model/report.ts';
import { breachesOf, isForbidden } from './breaches.ts';
import { isDemanded } from './expectation.ts';
import type { Outcome } from './outcome.ts';

const assertForbidden = (outcome: Outcome, naming: readonly Finding[]): void => {
  const hasError = naming.some(({ severity }) => severity === 'error');
  const isReached = breachesOf([outcome], '').length > 0;
  if (isReached && !hasError) throw new Error(`no error names ${outcome.target}, which is forbidden and reached`);
  if (!isReached && hasError) throw new Error(`an error names ${outcome.target}, which is forbidden and not reached`);
};

/**
 * Checks what must hold for every report and throws where it does not, since a report that contradicts itself is a bug
 * of this program: a blocked or partial answer has a finding that names it, for a target of `--to` or a required one an
 * error among them, and no error names a target that is reachable. Of a forbidden target the opposite holds: an error
 * names it where it is reached, and only there.
 */
export const assertLaws = (outcomes: readonly Outcome[], findings: readonly Finding[]): void => {
  for (const outcome of outcomes) {
    const { target, verdict, question } = outcome;
    const naming = findings.filter((finding) => finding.targets.includes(target));
    if (isForbidden(outcome)) {
      assertForbidden(outcome, naming);
      continue;
    }
    if (verdict === 'reachable' && naming.some(({ severity }) => severity === 'error'))
      throw new Error(`an error names ${target}, which is reachable`);
    if (verdict !== 'blocked' && verdict !== 'partial') continue;
    if (naming.length === 0) throw new Error(`no finding names ${target}, which is ${verdict}`);
    if (isDemanded(question.origin) && !naming.some(({ severity }) => severity === 'error'))
      throw new Error(`no error names ${target}, which was asked for and is ${verdict}`);
  }
};
