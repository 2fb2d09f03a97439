import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '../src/model/report.ts';
import { areComplete, carryOut } from './support/aws-cli.ts';
import { Network } from './support/network.ts';
import { report } from './truth/check.ts';
import { truth } from './truth/index.ts';
import type { TruthRow } from './truth/row.ts';

const rank: Readonly<Record<Verdict, number>> = { blocked: 0, partial: 1, unknown: 1, reachable: 2 };

const networkOf = (row: TruthRow): Network => {
  const n = new Network();
  row.change?.(n);
  return n;
};

/** Findings of every row whose commands can be carried out as they stand. */
const fixable = Object.entries(truth).flatMap(([topic, rows]) =>
  rows.flatMap((row) =>
    report(row, networkOf(row).snapshot())
      .findings.filter(({ severity, fix }) => severity !== 'note' && areComplete(fix.commands))
      .map((finding) => ({ name: `${finding.ruleId}: ${topic}: ${row.name}`, row, finding })),
  ),
);

/** What is left of a finding after its commands were carried out, and after those that it then prints. */
const leftOf = (row: TruthRow, finding: Finding): Finding | undefined => {
  const n = networkOf(row);
  let left: Finding | undefined = finding;
  for (let round = 0; round < 2 && left !== undefined; round += 1) {
    carryOut(n, left.fix.commands);
    left = report(row, n.snapshot()).findings.find(
      ({ fingerprint, severity }) => fingerprint === finding.fingerprint && severity !== 'note',
    );
  }
  return left;
};

describe('a fix that is complete', () => {
  it('is printed by most rules that know one', () => {
    expect(fixable.length).toBeGreaterThan(400);
    expect(new Set(fixable.map(({ finding }) => finding.ruleId)).size).toBeGreaterThan(30);
  });

  it.each(fixable)('mends and makes no answer worse: $name', ({ row, finding }) => {
    expect(leftOf(row, finding)?.message).toBeUndefined();
    const n = networkOf(row);
    const before = report(row, n.snapshot()).answers;
    carryOut(n, finding.fix.commands);
    const after = report(row, n.snapshot()).answers;
    const verdicts = before.map(({ target, verdict }) => ({
      target,
      verdict,
      now: after.find((answer) => answer.target === target)?.verdict ?? 'blocked',
    }));
    expect(verdicts.filter(({ verdict, now }) => rank[now] < rank[verdict])).toEqual([]);
  });
});
