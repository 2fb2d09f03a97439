import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { sarif as sarifPieces } from '../../src/report/sarif.ts';
import { breaks, broken } from './broken-sarif.ts';
import { cases } from './cases.ts';
import { githubProblems } from './github-problems.ts';
import { publicSubnets } from './reports.ts';
import { multitoolFolder, multitoolProblems, oasisSchema } from './sarif-multitool.ts';
import { whole } from './whole.ts';

const sarif = whole(sarifPieces);

const options = { color: false, columns: 80, quiet: false, verbose: false };
const texts = cases.map(([name, report]) => [name, sarif(report, options)] as const);
const good: Log = JSON.parse(sarif(publicSubnets, options));

describe('what GitHub refuses', () => {
  it.each(breaks)('is noticed: %s (%#)', (problem, breakIt) => {
    expect(githubProblems(broken(good, breakIt))).toContain(problem);
  });

  it.each(texts)('%s: is not in the file', (_, text) => {
    expect(githubProblems(JSON.parse(text))).toEqual([]);
  });
});

describe.skipIf(multitoolFolder === null)('the OASIS schema of SARIF 2.1.0', () => {
  const check = { isValid: (_: unknown): boolean => false, errors: (): string => '' };

  beforeAll(() => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(oasisSchema());
    check.isValid = (value) => validate(value);
    check.errors = () => ajv.errorsText(validate.errors);
  });

  it.each([
    [
      'a level that does not exist',
      () => ({ ...good, runs: [{ ...good.runs[0], results: [{ message: { text: 'x' }, level: 'critical' }] }] }),
    ],
    ['another version', () => ({ ...good, version: '2.0.0' })],
    ['a field that does not exist', () => ({ ...good, extra: true })],
    ['a run without a tool', () => ({ ...good, runs: [{ results: [] }] })],
  ])('refuses %s', (_, make) => {
    expect(check.isValid(make())).toBe(false);
  });

  it.each(texts)('takes %s', (_, text) => {
    expect(check.isValid(JSON.parse(text)), check.errors()).toBe(true);
  });
});

describe.skipIf(multitoolFolder === null)("Microsoft's validator with GitHub's rules", () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['no location', /GH1001|GH1013|GH101\d|ERR999/u],
    ['scheme in a location', /GH1005/u],
    ['no region', /GH1003/u],
    ['rule without text', /GH2012|GH101\d/u],
  ];

  it('refuses files that are known to be bad', () => {
    const bad = refused.map(([problem]) => {
      const breakIt = breaks.find(([name]) => name === problem)?.[1];
      return JSON.stringify(broken(good, breakIt ?? (() => undefined)));
    });
    multitoolProblems(bad).forEach((problems, index) => {
      expect(problems.join(), refused[index]?.[0]).toMatch(refused[index]?.[1] ?? /never/u);
    });
  });

  it('has no error and no warning about any of ours', () => {
    const problems = multitoolProblems(texts.map(([, text]) => text));
    expect(texts.map(([name], index) => [name, problems[index]])).toEqual(texts.map(([name]) => [name, []]));
  });
});
