import { expect } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import { diagnose } from '../../src/diagnose.ts';
import type { Answer, Finding, FunctionReport } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Question } from '../../src/model/target.ts';
import { healthy, network } from '../support/network.ts';
import type { AskedTarget, TruthRow } from './row.ts';

/** Rules that are about the function alone and stand whatever its network reaches. */
const aboutTheFunction = ['last-update-failed', 'function-vpc-state-failed'];

const targetOf = (row: TruthRow): AskedTarget => row.target ?? 'internet';

/** Only the internet over IPv4 is ever asked by default: every other target is named on the command line. */
const originOf = (row: TruthRow): Question['origin'] =>
  row.asked ?? (targetOf(row) === 'internet' && row.alongside === undefined ? 'default' : 'to');

/** What a row asks of its function. */
export const questionsOf = (row: TruthRow): readonly Question[] => {
  const origin = originOf(row);
  const askedBecause = origin === 'default' ? 'always asked' : origin;
  const targets = [targetOf(row), ...(row.alongside === undefined ? [] : [row.alongside.target])];
  return targets.map((target) => ({ target: parseTarget(target), origin, askedBecause }));
};

/** What a row's question gets as its answer from a snapshot. */
export const report = (row: TruthRow, snapshot: Snapshot): FunctionReport => {
  const { functions } = snapshot.sections;
  if (functions.status !== 'collected') throw new Error('a row needs its function');
  const { document } = diagnose(snapshot, {
    functions: functions.items.filter(({ name }) => name === (row.function ?? 'orders-api')),
    questions: questionsOf(row),
    allHops: false,
    rules: null,
    toolVersion: '0.0.0',
  });
  const [first] = document.functions;
  if (first === undefined) throw new Error('the report lacks the function');
  return first;
};

const answerTo = ({ answers }: FunctionReport, target: AskedTarget): Answer => {
  const answer = answers.find((item) => item.target === target);
  if (answer === undefined) throw new Error(`the report lacks the answer to ${target}`);
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

const failing = ({ verdict }: Answer): boolean => verdict === 'blocked' || verdict === 'partial';

const checkLaws = (row: TruthRow, { answers, findings }: FunctionReport): void => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { asked } = row;
  const isDemanded = originOf(row) === 'to' || asked === 'required';
  for (const answer of asked === 'forbidden' ? [] : answers) {
    const names = ({ targets }: Finding): boolean => targets.includes(answer.target);
    if (failing(answer)) expect(findings.filter(names)).not.toEqual([]);
    if (failing(answer) && isDemanded) expect(errors.filter(names)).not.toEqual([]);
    if (answer.verdict === 'reachable')
      expect(errors.filter((finding) => names(finding) && !aboutTheFunction.includes(finding.ruleId))).toEqual([]);
  }
  if (asked !== 'forbidden' && answers.every(({ verdict }) => verdict === 'reachable'))
    expect(errors.filter(({ ruleId }) => !aboutTheFunction.includes(ruleId))).toEqual([]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 'one cause, one finding').toBe(findings.length);
};

const checkFindings = (row: TruthRow, findings: readonly Finding[]): void => {
  expect(spoken(findings, row.open ?? [])).toEqual(row.speaks);
  const openErrors = findings.filter(({ ruleId, severity }) => severity === 'error' && row.open?.includes(ruleId));
  expect(openErrors).toEqual([]);
  if (row.findings !== undefined) expect(findings).toHaveLength(row.findings);
  const spokenIds = findings.map(({ ruleId }) => ruleId);
  expect(row.silent.filter((ruleId) => spokenIds.includes(ruleId))).toEqual([]);
  for (const ruleId of row.also ?? [])
    expect(findings.filter((finding) => finding.ruleId === ruleId).flatMap(({ also }) => also)).not.toEqual([]);
};

/** Diagnoses a row's network and compares all that the row says about it. */
export const check = (row: TruthRow): void => {
  const found = report(row, row.change === null ? healthy : network(row.change));
  const answer = answerTo(found, targetOf(row));
  expect(bySubnet(answer, ({ verdict }) => verdict)).toEqual(row.verdicts);
  expect(answer.verdict).toBe(row.verdict);
  if (row.alongside !== undefined)
    expect(answerTo(found, row.alongside.target).verdict, row.alongside.target).toBe(row.alongside.verdict);
  checkShares(row, answer);
  if (row.exceptions !== undefined) expect(answer.exceptions.length > 0, 'exceptions').toBe(row.exceptions);
  checkFindings(row, found.findings);
  if (row.inferred !== undefined && failing(answer))
    expect(JSON.stringify(found.findings), 'a fact that follows from others says so').toMatch(/\binferred\b/);
  checkLaws(row, found);
};
