import type { Finding } from '../model/report.ts';
import type { Outcome } from './answers.ts';

/**
 * Checks what must hold for every report and throws where it does not, since a report that contradicts itself is a bug
 * of this program: a blocked or partial answer has a finding that names it, for a target of `--to` an error among
 * them, and no error names a target that is reachable.
 */
export const assertLaws = (outcomes: readonly Outcome[], findings: readonly Finding[]): void => {
  for (const { target, verdict, question } of outcomes) {
    const naming = findings.filter((finding) => finding.targets.includes(target));
    if (verdict === 'reachable' && naming.some(({ severity }) => severity === 'error'))
      throw new Error(`an error names ${target}, which is reachable`);
    if (verdict !== 'blocked' && verdict !== 'partial') continue;
    if (naming.length === 0) throw new Error(`no finding names ${target}, which is ${verdict}`);
    if (question.origin === 'to' && !naming.some(({ severity }) => severity === 'error'))
      throw new Error(`no error names ${target}, which was asked for and is ${verdict}`);
  }
};
