import type { Answer, Verdict } from '../../model/report.ts';
import { verdictMarks, verdictWords } from '../words.ts';
import type { Cell } from './block.ts';
import { verdictStyles } from './paint.ts';

type Expected = Answer['expected'];

const ofForbidden: Readonly<Record<Verdict, Verdict>> = {
  reachable: 'blocked',
  blocked: 'reachable',
  partial: 'partial',
  unknown: 'unknown',
};

/** A verdict by what is expected: a forbidden target is in order where it is blocked. */
export const standing = (verdict: Verdict, expected: Expected): Verdict =>
  expected === 'forbidden' ? ofForbidden[verdict] : verdict;

export const standingOf = ({ verdict, expected }: Answer): Verdict => standing(verdict, expected);

/** The verdict in its own word, with the mark and the colour of what is expected. */
export const answerCell = (verdict: Verdict, expected: Expected): Cell => {
  const stands = standing(verdict, expected);
  return { text: `${verdictMarks[stands]} ${verdictWords[verdict].slice(2)}`, style: verdictStyles[stands] };
};

/** Whether some target is forbidden, so that answers are measured by what is expected. */
export const hasForbidden = (answers: readonly Answer[]): boolean =>
  answers.some(({ expected }) => expected === 'forbidden');
