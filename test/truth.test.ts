import { describe, expect, it } from 'vitest';
import { diagnose } from '../src/diagnose.ts';
import type { Answer, Finding, FunctionReport } from '../src/model/report.ts';
import type { Snapshot } from '../src/model/snapshot.ts';
import { rules } from '../src/rules/index.ts';
import { healthy, network } from './support/network.ts';
import { provenRules, truth } from './truth/index.ts';
import type { TruthRow } from './truth/row.ts';

const rows = Object.values(truth).flat();

/** Rules that are about the function alone and stand whatever its network reaches. */
const aboutTheFunction = ['last-update-failed', 'function-vpc-state-failed'];

const report = (row: TruthRow, snapshot: Snapshot): FunctionReport => {
  const { functions } = snapshot.sections;
  if (functions.status !== 'collected') throw new Error('a row needs its function');
  const origin = row.asked ?? 'default';
  const { document } = diagnose(snapshot, {
    functions: functions.items.filter(({ name }) => name === (row.function ?? 'orders-api')),
    questions: [{ target: { kind: 'internet' }, origin, askedBecause: origin === 'to' ? '--to' : 'always asked' }],
    allHops: false,
    rules: null,
    toolVersion: '0.0.0',
  });
  const [first] = document.functions;
  if (first === undefined) throw new Error('the report lacks the function');
  return first;
};

const onlyAnswer = ({ answers }: FunctionReport): Answer => {
  const [answer] = answers;
  if (answer === undefined) throw new Error('the report lacks the answer');
  return answer;
};

/** Name tags of the correct network, which also names subnets that a row takes out of the snapshot. */
const subnetNames = new Map(
  healthy.sections.subnets.status === 'collected'
    ? healthy.sections.subnets.items.map(({ id, name }) => [String(id), name ?? id])
    : [],
);

const bySubnet = <T>(answer: Answer, value: (subnet: Answer['subnets'][number]) => T): Record<string, T> =>
  Object.fromEntries(
    answer.subnets.map((subnet) => [subnetNames.get(subnet.subnetId) ?? subnet.subnetId, value(subnet)]),
  );

/** The severities with which each rule speaks; several findings of one rule agree unless the report is wrong. */
const spoken = (findings: readonly Finding[], leaveOut: readonly string[]): Record<string, string> => {
  const severities = new Map<string, Set<string>>();
  for (const { ruleId, severity } of findings)
    if (!leaveOut.includes(ruleId)) severities.set(ruleId, (severities.get(ruleId) ?? new Set()).add(severity));
  return Object.fromEntries([...severities].map(([ruleId, found]) => [ruleId, [...found].sort().join(' and ')]));
};

const checkShares = (row: TruthRow, answer: Answer): void => {
  const shares = bySubnet(answer, ({ share }) => share);
  for (const [subnet, [working, of]] of Object.entries(row.shares ?? {}))
    expect(shares[subnet], `share of ${subnet}`).toBeCloseTo(working / of, 12);
};

const checkLaws = (row: TruthRow, answer: Answer, findings: readonly Finding[]): void => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const about = findings.filter(({ targets }) => targets.includes(answer.target));
  if (answer.verdict === 'blocked' || answer.verdict === 'partial') expect(about).not.toEqual([]);
  if (answer.verdict === 'blocked' && row.asked === 'to') expect(errors).not.toEqual([]);
  if (answer.verdict === 'reachable')
    expect(errors.filter(({ ruleId }) => !aboutTheFunction.includes(ruleId))).toEqual([]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 'one cause, one finding').toBe(findings.length);
};

const check = (row: TruthRow): void => {
  const found = report(row, row.change === null ? healthy : network(row.change));
  const { findings } = found;
  const answer = onlyAnswer(found);
  expect(bySubnet(answer, ({ verdict }) => verdict)).toEqual(row.verdicts);
  expect(answer.verdict).toBe(row.verdict);
  checkShares(row, answer);
  if (row.exceptions !== undefined) expect(answer.exceptions.length > 0, 'exceptions').toBe(row.exceptions);
  expect(spoken(findings, row.open ?? [])).toEqual(row.speaks);
  const openErrors = findings.filter(({ ruleId, severity }) => severity === 'error' && row.open?.includes(ruleId));
  expect(openErrors).toEqual([]);
  if (row.findings !== undefined) expect(findings).toHaveLength(row.findings);
  const spokenIds = findings.map(({ ruleId }) => ruleId);
  expect(row.silent.filter((ruleId) => spokenIds.includes(ruleId))).toEqual([]);
  for (const ruleId of row.also ?? [])
    expect(findings.filter((finding) => finding.ruleId === ruleId).flatMap(({ also }) => also)).not.toEqual([]);
  checkLaws(row, answer, findings);
};

for (const [topic, topicRows] of Object.entries(truth))
  describe(topic, () => {
    for (const row of topicRows) it(row.name, () => check(row));
  });

describe('the table itself', () => {
  const ids = rules.map(({ id }) => id);
  const named = (list: (row: TruthRow) => readonly string[]): Set<string> => new Set(rows.flatMap(list));
  const speaking = named((row) => Object.keys(row.speaks));
  const silent = named((row) => row.silent);

  it('has no two rows of one name', () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names only rules that exist', () => {
    const all = named((row) => [...Object.keys(row.speaks), ...row.silent, ...(row.open ?? []), ...(row.also ?? [])]);
    expect([...all].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('never names a rule as speaking and silent in one row', () => {
    const contradictory = rows.filter((row) =>
      Object.keys(row.speaks).some((id) => row.silent.includes(id) || row.open?.includes(id)),
    );
    expect(contradictory.map(({ name }) => name)).toEqual([]);
  });

  it('has for each rule a row where it speaks and one where it is a trap', () => {
    const unproven = provenRules.filter((id) => !speaking.has(id) || !silent.has(id));
    expect(unproven).toEqual([]);
  });

  it('proves only rules that exist', () => {
    expect(provenRules.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives a reason wherever the verdict is unknown although everything was read', () => {
    const unexplained = rows.filter(
      (row) =>
        row.verdict === 'unknown' &&
        row.uncertain === undefined &&
        row.speaks['missing-permission'] === undefined &&
        !row.open?.includes('missing-permission'),
    );
    expect(unexplained.map(({ name }) => name)).toEqual([]);
  });
});
