import type { Answer, FunctionReport, Verdict } from '../../model/report.ts';
import { clip } from '../width.ts';
import { count } from '../words.ts';
import { worstFirst } from './answer.ts';
import type { Screen } from './screen.ts';
import { hasForbidden, isReached, standingOf } from './standing.ts';

const longestName = 64;

/** Name of a function with its version or alias, as the AWS CLI takes it. */
export const functionName = ({ name, qualifier }: FunctionReport): string =>
  clip(qualifier === null ? name : `${name}:${qualifier}`, longestName);

const worstOf = (answers: readonly Answer[]): Answer | undefined =>
  worstFirst.flatMap((verdict) => answers.find((answer) => standingOf(answer) === verdict) ?? [])[0];

/** Once all that is expected is decided, what cannot be told is what nobody expects, and does not come first. */
export const answersThatLead = (answers: readonly Answer[], undecided: boolean): readonly Answer[] => {
  const decided = answers.filter((answer) => standingOf(answer) !== 'unknown');
  return undecided || decided.length === 0 ? answers : decided;
};

/** The worst of a function's answers, measured by what is expected; `undecided` as the report says it. */
export const worstAnswer = ({ answers }: FunctionReport, undecided: boolean): Answer | undefined =>
  worstOf(answersThatLead(answers, undecided));

export const worstStanding = (report: FunctionReport, undecided: boolean): Verdict => {
  const worst = worstAnswer(report, undecided);
  return worst === undefined ? 'unknown' : standingOf(worst);
};

/** The sentence with which a function's story begins. */
interface Opening {
  readonly stands: Verdict;
  readonly sentence: string;
  /** The answer that it tells; null where it is about all of them. */
  readonly told: Answer | null;
}

/** The sentence about an answer does not know what is expected of it. */
const breachWords = (answer: Answer): string => {
  if (answer.expected !== 'forbidden' || !isReached(answer)) return '';
  return answer.verdict === 'blocked' ? 'Forbidden, and reached in part: ' : 'Forbidden: ';
};

/** The answer that says most, in one sentence. */
export const opening = (report: FunctionReport, undecided: boolean, { labels }: Screen): Opening | null => {
  const { answers } = report;
  const leading = answersThatLead(answers, undecided);
  const worst = worstOf(leading);
  if (worst === undefined) return null;
  const stands = standingOf(worst);
  const because = labels.within(worst.because);
  const isFine = stands === 'reachable';
  const open = answers.length - leading.length;
  const rest = isFine && open > 0 ? `; whether it reaches ${count(open, 'other target')} cannot be told` : '';
  if (isFine && leading.length > 1) {
    const all = hasForbidden(answers) ? 'does what is expected of it' : 'reaches everything that was asked';
    return { stands, sentence: `${functionName(report)} ${all}${rest}.`, told: null };
  }
  const sentence = rest === '' ? because : `${because.replace(/\.$/, '')}${rest}.`;
  return { stands, sentence: `${breachWords(worst)}${sentence}`, told: worst };
};
