import { describe, expect, it } from 'vitest';
import type { FunctionReport, Report } from '../../src/model/report.ts';
import { json as jsonPieces } from '../../src/report/json.ts';
import { publicSubnets } from './reports.ts';
import { whole } from './whole.ts';

const json = whole(jsonPieces);

const options = { color: false, columns: 80, quiet: false, verbose: false };

const [first] = publicSubnets.document.functions;
if (first === undefined) throw new Error('the report has no function');

const named = (name: string, change: Partial<FunctionReport> = {}): FunctionReport => ({
  ...first,
  name,
  arn: `${first.arn}-${name}`,
  answers: first.answers.map((answer) => ({ ...answer, because: `${name} is told apart.` })),
  ...change,
});

const reportOf = (functions: readonly FunctionReport[]): Report => ({
  ...publicSubnets,
  document: { ...publicSubnets.document, functions },
});

const written = (functions: readonly FunctionReport[]): string => json(reportOf(functions), options);

/** The same functions with nothing in common, so that each is written by itself. */
const apart = (functions: readonly FunctionReport[]): FunctionReport[] => functions.map((fn) => structuredClone(fn));

const [finding] = first.findings;
const nul = '\u0000';

describe('many functions in a JSON report', () => {
  it.each<[string, readonly FunctionReport[]]>([
    ['none', []],
    ['one', [named('orders')]],
    ['several in one place', [named('orders'), named('bills'), named('thumbs', { qualifier: 'live' })]],
    ['one with other findings', [named('orders'), named('bills', { findings: [] }), named('thumbs')]],
    ['one with other answers', [named('orders'), named('bills', { answers: [] }), named('thumbs')]],
    ['one in another VPC', [named('orders'), named('bills', { vpcId: 'vpc-0f' }), named('thumbs', { vpcId: null })]],
    ['names that JSON escapes', [named('a"b\\c\n'), named('d\te')]],
    ['names that are a null character', [named(nul), named('bills'), named(nul, { qualifier: nul })]],
    [
      'a finding whose message is a null character',
      finding === undefined
        ? []
        : [named('orders', { findings: [{ ...finding, message: nul }] }), named('bills'), named('thumbs')],
    ],
  ])('are written as each is by itself: %s', (_, functions) => {
    expect(JSON.parse(written(functions))).toEqual({ ...publicSubnets.document, functions });
    expect(written(functions)).toBe(written(apart(functions)));
  });

  it('leave out a field that the contract does not have, whichever function has it', () => {
    const odd: FunctionReport = Object.assign(named('bills'), { secret: 'hunter2' });
    expect(written([named('orders'), odd, odd])).toBe(written([named('orders'), named('bills'), named('bills')]));
    expect(written([odd, named('orders')])).toBe(written([named('bills'), named('orders')]));
  });
});
