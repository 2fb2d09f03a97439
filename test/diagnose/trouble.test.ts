import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/diagnose/place.ts';
import { contextOf } from '../../src/diagnose/rule-context.ts';
import { missedFurtherReads, unavailableOf } from '../../src/diagnose/unavailable.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Question } from '../../src/model/target.ts';
import { textTracer } from '../../src/network/trace.ts';
import { worldOf } from '../../src/network/world.ts';
import { rules } from '../../src/rules/index.ts';
import type { RuleContext } from '../../src/rules/rule.ts';
import { manyQuestions, rows, snapshotOf } from '../support/laws.ts';
import { questionsOf } from '../truth/check.ts';

/** What rules see of every function of a network, as if nothing were stopped and nothing open. */
const untroubled = (snapshot: Snapshot, questions: readonly Question[]): RuleContext[] => {
  const { functions } = snapshot.sections;
  const inputs = {
    world: worldOf(snapshot),
    unavailable: unavailableOf(snapshot, missedFurtherReads(snapshot)),
    questionsOf: () => questions,
    allHops: false,
    cache: new Map(),
    places: new Map(),
    rules,
    rulesWithoutTrouble: rules,
    replays: new Map(),
    send: textTracer(snapshot),
  };
  return (functions.status === 'collected' ? functions.items : []).map((fn) => ({
    ...contextOf(fn, placeOf(fn, inputs), inputs, () => fn, new Set()),
    openQuestions: [],
    causes: () => [],
    unexplained: () => [],
    unanswered: () => [],
  }));
};

const contexts = rows.flatMap((row) => [
  ...untroubled(snapshotOf(row), questionsOf(row)),
  ...untroubled(snapshotOf(row), manyQuestions(questionsOf(row))),
]);

const ofTrouble = rules.filter(({ onlyOfTrouble }) => onlyOfTrouble).map((rule) => [rule.id, rule] as const);

describe('a rule that speaks of trouble alone is silent where there is none', () => {
  it.each(ofTrouble)('%s', (_, rule) => {
    expect(contexts.flatMap((context) => [...rule.check(context)])).toEqual([]);
  });
});
