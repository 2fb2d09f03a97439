import { type Doubt, doubtText } from '../network/doubt.ts';
import type { Occurrence, OpenQuestion } from '../rules/rule.ts';
import { evidenceOf, mergeOccurrences } from './causes.ts';
import { isDemanded } from './expectation.ts';
import type { Outcome } from './outcome.ts';

/** Where it is not known from which subnets the function sends. */
const nowhere = ({ target, question }: Outcome, doubt: Doubt): Occurrence => ({
  subnetIds: [],
  targets: [target],
  severity: 'warning',
  onlyByDefault: !isDemanded(question.origin),
  evidence: [{ resource: 'resource' in doubt ? doubt.resource : doubt.action, note: doubtText(doubt) }],
  also: [],
});

/** What left answers unknown, one for each doubt. */
export const openQuestionsOf = (outcomes: readonly Outcome[]): OpenQuestion[] => {
  const questions = new Map<string, OpenQuestion>();
  const add = (doubt: Doubt, place: Occurrence): void => {
    const key = doubtText(doubt);
    const known = questions.get(key);
    questions.set(key, known === undefined ? { ...place, doubt } : { ...known, ...mergeOccurrences(known, place) });
  };
  for (const outcome of outcomes) {
    if (outcome.doubt !== undefined) add(outcome.doubt, nowhere(outcome, outcome.doubt));
    for (const subnet of outcome.subnets) {
      if (subnet.verdict !== 'unknown' && subnet.verdict !== 'partial') continue;
      const place = { subnetIds: [subnet.subnetId], targets: [outcome.target], severity: 'warning' as const };
      const rest = { onlyByDefault: !isDemanded(outcome.question.origin), also: [] };
      if (subnet.doubt !== null)
        add(subnet.doubt, {
          ...place,
          ...rest,
          evidence: [{ resource: subnet.subnetId, note: doubtText(subnet.doubt) }],
        });
      for (const explained of subnet.classes)
        for (const problem of explained.verdict === 'unknown' || explained.verdict === 'partial'
          ? explained.problems
          : [])
          if (problem.effect === 'unknown')
            add(problem.doubt, { ...place, ...rest, evidence: evidenceOf(explained, problem) });
    }
  }
  return [...questions.values()];
};
