import type { Expectation } from '../model/intent.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import { type Question, targetName } from '../model/target.ts';
import { memoised } from '../network/memoised.ts';
import { asksItself, detectedQuestions, inRegion } from './detected-questions.ts';
import { isStricter } from './expectation.ts';
import { fitsFunction } from './function-pattern.ts';

/** What is asked, and of whom. */
export interface Asked {
  /** Asked of every function. */
  readonly questions: readonly Question[];
  readonly expectations: readonly Expectation[];
  /** Whether each function is also asked about what its own configuration names. */
  readonly detect: boolean;
}

type ByTarget = Map<string, Question>;

/** A service of the region goes by its own name, whoever names it by a host name. */
const regional = (question: Question, region: string): Question => ({
  ...question,
  target: inRegion(question.target, region),
});

/** What is expected of a function: for each target what the first entry says. */
const expectedOf = (fn: LambdaFunction, expectations: readonly Expectation[]): ByTarget => {
  const expected: ByTarget = new Map();
  for (const { functions, question } of expectations) {
    const name = targetName(question.target);
    if (!expected.has(name) && fitsFunction(functions, fn)) expected.set(name, question);
  }
  return expected;
};

/** Each target once: where several ask for it, the strictest counts. */
const addStrictest = (asked: ByTarget, questions: Iterable<Question>): void => {
  for (const question of questions) {
    const name = targetName(question.target);
    const known = asked.get(name);
    if (known === undefined || isStricter(question.origin, known.origin)) asked.set(name, question);
  }
};

/**
 * What each function is asked: functions that are asked the same share one list. The default question is put only where
 * nobody names a target for the function; what the function's own configuration names comes last and is asked only where
 * nobody else asks it.
 */
export const questionsFor = (
  { questions, expectations, detect }: Asked,
  region: string,
): ((fn: LambdaFunction) => readonly Question[]) => {
  const ofAll: ByTarget = new Map();
  addStrictest(
    ofAll,
    questions.map((question) => regional(question, region)),
  );
  const ofSome = expectations.map((each) => ({ ...each, question: regional(each.question, region) }));
  const always = [...ofAll.values()];
  const named = always.filter(({ origin }) => origin !== 'default');
  const shared = new Map<string, readonly Question[]>();
  const once = (asked: readonly Question[]): readonly Question[] =>
    memoised(shared, JSON.stringify(asked), () => asked);
  return (fn) => {
    const namesTargets = detect && asksItself(fn);
    if (ofSome.length === 0 && !namesTargets) return always;
    const expected = expectedOf(fn, ofSome);
    const asked: ByTarget = new Map();
    addStrictest(asked, expected.size === 0 ? always : named);
    addStrictest(asked, expected.values());
    return once(namesTargets ? [...asked.values(), ...detectedQuestions(fn, region, asked)] : [...asked.values()]);
  };
};
