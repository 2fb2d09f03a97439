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
const standing = (verdict: Verdict, expected: Expected): Verdict =>
  expected === 'forbidden' ? ofForbidden[verdict] : verdict;

/** Whether any of a target is proven to be reached. */
export const isReached = ({ verdict, subnets, exceptions }: Answer): boolean =>
  verdict === 'reachable' ||
  (verdict === 'partial' && subnets.length === 0) ||
  subnets.some((each) => each.verdict === 'reachable' || each.witnesses.some(({ outcome }) => outcome === 'works')) ||
  exceptions.some((each) => each.verdict === 'reachable');

/** A forbidden target is in order where it is blocked to its last address, as its exit code says. */
export const standingOf = (answer: Answer): Verdict => {
  const { verdict, expected, exceptions } = answer;
  if (expected !== 'forbidden') return verdict;
  if (isReached(answer)) return verdict === 'reachable' ? 'blocked' : 'partial';
  return verdict === 'blocked' && exceptions.every((each) => each.verdict === 'blocked') ? 'reachable' : 'unknown';
};

const cell = (verdict: Verdict, stands: Verdict): Cell => ({
  text: `${verdictMarks[stands]} ${verdictWords[verdict].slice(2)}`,
  style: verdictStyles[stands],
});

/** The verdict of a subnet in its own word, with the mark and the colour of what is expected. */
export const subnetCell = (verdict: Verdict, expected: Expected): Cell => cell(verdict, standing(verdict, expected));

/** The same of all subnets. */
export const answerCell = (answer: Answer): Cell => cell(answer.verdict, standingOf(answer));

/** Whether some target is forbidden, so that answers are measured by what is expected. */
export const hasForbidden = (answers: readonly Answer[]): boolean =>
  answers.some(({ expected }) => expected === 'forbidden');
