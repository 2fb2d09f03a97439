import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import { type DiagnoseOptions, diagnose } from '../../src/diagnose.ts';
import { type FunctionRead, functionReads } from '../../src/model/function-reads.ts';
import type { Intent } from '../../src/model/intent.ts';
import type { Finding, Fix, FunctionReport, Severity } from '../../src/model/report.ts';
import { type Kind, kinds } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { defaultQuestion, type Question } from '../../src/model/target.ts';
import { type Change, healthy, Network, network } from './network.ts';

/** What a finding of the rule must say. */
export interface Expected {
  readonly severity: Severity;
  readonly message: RegExp;
  /** Id of the culprit, looked up in the changed network. */
  readonly resource: (n: Network) => string;
  /** Of a route that is the culprit. */
  readonly destination?: string;
  /** Matches one of the commands of the fix. */
  readonly fixCommand?: RegExp;
  /** All commands of the fix, with the ids of the changed network. */
  readonly commands?: (n: Network) => readonly string[];
  /** What the fix says in words. */
  readonly fixText?: RegExp;
  /** Who can make the change; the owner of the function if nobody is named. */
  readonly actor?: Fix['actor'];
  /** The question that is put; the default question if none is given. */
  readonly question?: Question;
}

export interface RuleCases {
  /** Networks about which the rule says nothing; the correct network is always among them. */
  readonly passes: Readonly<Record<string, Change>>;
  /** Networks about which it finds exactly one thing. */
  readonly flags: Readonly<Record<string, readonly [Change, Expected]>>;
  /** What is asked of all these networks; the default question if nothing is said. */
  readonly asks?: readonly Question[];
  /** What a configuration wants; nothing in particular if it is left out. */
  readonly intent?: Intent;
  /** By section: a defect that the rule cannot see, and therefore is skipped, where that section was denied. */
  readonly skips?: Readonly<Partial<Record<Kind, Change>>>;
  /** The same for what is read of each function by calls of their own. */
  readonly skipsWithout?: Readonly<Partial<Record<FunctionRead, Change>>>;
}

/** What `--to internet6` asks. */
export const toInternet6: Question = { target: { kind: 'internet6' }, origin: 'to', askedBecause: '--to' };

/** What `--to` asks, as the command line takes it. */
export const asking = (target: string): Question => ({
  target: parseTarget(target),
  origin: 'to',
  askedBecause: '--to',
});

/** What `--to internet` asks. */
export const toInternet: Question = { target: { kind: 'internet' }, origin: 'to', askedBecause: '--to' };

/** What is asked of a network, and what is wanted of it. */
type Wanted = Pick<DiagnoseOptions, 'questions' | 'intent'>;

const byDefault: Wanted = { questions: [defaultQuestion] };

const diagnosed = (ruleId: string, snapshot: Snapshot, wanted: Wanted): FunctionReport => {
  const { functions } = snapshot.sections;
  const items = functions.status === 'collected' ? functions.items.slice(0, 1) : [];
  const options = { functions: items, ...wanted, allHops: false, rules: [ruleId], toolVersion: '0.0.0' };
  const [report] = diagnose(snapshot, options).document.functions;
  if (report === undefined) throw new Error('the report lacks the function');
  return report;
};

const findingsOf = (ruleId: string, snapshot: Snapshot, wanted = byDefault): readonly Finding[] =>
  diagnosed(ruleId, snapshot, wanted).findings;

const checkFlag = (ruleId: string, change: Change, expected: Expected, wanted: Wanted): void => {
  const changed = new Network();
  change(changed);
  const { question } = expected;
  const asked = question === undefined ? wanted : { ...wanted, questions: [question] };
  const findings = findingsOf(ruleId, network(change), asked);
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  expect(finding).toMatchObject({ ruleId, severity: expected.severity, resource: expected.resource(changed) });
  expect(finding?.message).toMatch(expected.message);
  if (expected.destination !== undefined) expect(finding?.destination).toBe(expected.destination);
  if (expected.fixCommand !== undefined)
    expect(finding?.fix.commands).toContainEqual(expect.stringMatching(expected.fixCommand));
  if (expected.commands !== undefined) expect(finding?.fix.commands).toEqual(expected.commands(changed));
  if (expected.fixText !== undefined) expect(finding?.fix.text).toMatch(expected.fixText);
  expect(finding?.fix.actor).toBe(expected.actor ?? 'you');
};

const checkSkip = (
  ruleId: string,
  missing: Kind | FunctionRead,
  deny: Change,
  change: Change,
  wanted: Wanted,
): void => {
  expect(findingsOf(ruleId, network(change), wanted), 'the defect is seen while the section is readable').not.toEqual(
    [],
  );
  const denied = network((n) => {
    change(n);
    deny(n);
  });
  const { findings, skipped } = diagnosed(ruleId, denied, wanted);
  expect(findings).toEqual([]);
  expect(skipped).toContainEqual({ ruleId, missing: expect.arrayContaining([missing]) });
};

const refuseCarelessTables = ({ passes, flags }: RuleCases): void => {
  const names = [...Object.keys(passes), ...Object.keys(flags)];
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`two cases are named ${twice.join(', ')}`);
  if (Object.keys(passes).length === 0) throw new Error('a rule needs a network that it passes');
  if (Object.keys(flags).length === 0) throw new Error('a rule needs a network that it flags');
};

/** The table test of one rule: each case breaks one thing of the correct network. */
export const testRule = (ruleId: string, cases: RuleCases): void => {
  refuseCarelessTables(cases);
  const wanted: Wanted = {
    questions: cases.asks ?? byDefault.questions,
    ...(cases.intent !== undefined && { intent: cases.intent }),
  };
  describe(ruleId, () => {
    it('says nothing about the correct network', () => {
      expect(findingsOf(ruleId, healthy)).toEqual([]);
    });
    for (const [name, change] of Object.entries(cases.passes))
      it(`passes: ${name}`, () => {
        expect(findingsOf(ruleId, network(change), wanted)).toEqual([]);
      });
    for (const [name, [change, expected]] of Object.entries(cases.flags))
      it(`flags: ${name}`, () => checkFlag(ruleId, change, expected, wanted));
    for (const kind of kinds) {
      const change = cases.skips?.[kind];
      if (change !== undefined)
        it(`is skipped: ${kind} may not be read`, () => checkSkip(ruleId, kind, (n) => n.deny(kind), change, wanted));
    }
    for (const read of functionReads) {
      const change = cases.skipsWithout?.[read];
      if (change !== undefined)
        it(`is skipped: ${read} of the function may not be read`, () =>
          checkSkip(ruleId, read, (n) => n.denyRead(read), change, wanted));
    }
  });
};
