import { describe, expect, test } from 'vitest';
import { invocationOf, parseCommandLine } from '../../src/cli/command-line.ts';
import type { Configuration } from '../../src/cli/configuration.ts';
import type { Io } from '../../src/cli/io.ts';
import type { OptionName } from '../../src/cli/option-table.ts';
import { noIntent } from '../../src/model/intent.ts';
import type { Question } from '../../src/model/target.ts';

const configured = (values: readonly (readonly [OptionName, string])[], questions: readonly Question[] = []) =>
  ({
    defaults: { values: new Map(values.map(([option, value]) => [option, [value]])), named: () => 'the file' },
    questions,
    intent: noIntent,
  }) satisfies Configuration;

const run = (env: Io['env'], argv = '', configuration: Configuration | null = null) => {
  const invocation = invocationOf(parseCommandLine(['f', ...argv.split(' ').filter(Boolean)], env), [], configuration);
  if (invocation.command !== 'diagnose') throw new Error(`it is ${invocation.command}`);
  return invocation;
};

const targetsOf = (...from: Parameters<typeof run>): readonly string[] =>
  run(...from).report.questions.map(({ target, askedBecause }) => `${target.kind} ${askedBecause}`);

describe('the environment stands in for options', () => {
  test('every variable reaches its option', () => {
    const invocation = run({
      LAMBDA_NET_DOCTOR_TO: 'internet, 10.0.40.7:5432',
      LAMBDA_NET_DOCTOR_NO_DETECT: 'true',
      LAMBDA_NET_DOCTOR_RESOLVE: '1',
      LAMBDA_NET_DOCTOR_CHECK_ROLE: '1',
      LAMBDA_NET_DOCTOR_FORMAT: 'json',
      LAMBDA_NET_DOCTOR_QUIET: '1',
      LAMBDA_NET_DOCTOR_VERBOSE: 'true',
      LAMBDA_NET_DOCTOR_COLOR: 'never',
      LAMBDA_NET_DOCTOR_FAIL_ON: 'warning',
      LAMBDA_NET_DOCTOR_ALLOW_UNKNOWN: '1',
    });
    expect(invocation).toMatchObject({
      source: { resolve: true, checkRole: true },
      report: { detect: false, format: 'json', quiet: true, verbose: true, color: 'never' },
      failOn: 'warning',
      allowUnknown: true,
    });
    expect(invocation.report.questions.map(({ askedBecause }) => askedBecause)).toEqual([
      'asked with LAMBDA_NET_DOCTOR_TO',
      'asked with LAMBDA_NET_DOCTOR_TO',
    ]);
  });

  test('an empty variable and a switch that is off say so', () => {
    const off = run({ LAMBDA_NET_DOCTOR_QUIET: '0', LAMBDA_NET_DOCTOR_VERBOSE: 'false', LAMBDA_NET_DOCTOR_FORMAT: '' });
    expect(off.report).toMatchObject({ quiet: false, verbose: false, format: 'table' });
  });

  test('variables of other programs are nobody’s business', () => {
    expect(run({ LAMBDA_NET_DOCTOR_CI_RUNNER: 'x', FORMAT: 'json' }).report.format).toBe('table');
  });

  test.each([
    [
      { LAMBDA_NET_DOCTOR_FROMAT: 'json' },
      'unknown variable LAMBDA_NET_DOCTOR_FROMAT; did you mean LAMBDA_NET_DOCTOR_FORMAT?',
    ],
    [{ LAMBDA_NET_DOCTOR_FORMAT: 'jsn' }, '“jsn” is not a value of LAMBDA_NET_DOCTOR_FORMAT; did you mean json?'],
    [{ LAMBDA_NET_DOCTOR_FAIL_ON: 'all' }, '“all” is not a value of LAMBDA_NET_DOCTOR_FAIL_ON'],
    [{ LAMBDA_NET_DOCTOR_QUIET: 'yes' }, '“yes” is not a value of LAMBDA_NET_DOCTOR_QUIET'],
    [{ LAMBDA_NET_DOCTOR_TO: 's33' }, 'LAMBDA_NET_DOCTOR_TO s33: no AWS service is called so; did you mean s3?'],
    [{ LAMBDA_NET_DOCTOR_COLOR: '\u001b[31m' }, '“” is not a value of LAMBDA_NET_DOCTOR_COLOR'],
  ])('%j is wrong use', (env, says) => {
    expect(() => run(env)).toThrow(says);
  });

  test('a broken variable does not keep the help from being shown', () => {
    expect(parseCommandLine(['--help'], { LAMBDA_NET_DOCTOR_FORMAT: 'x' }).command).toBe('help');
    expect(parseCommandLine(['rules'], { LAMBDA_NET_DOCTOR_QUIET: 'x' }).command).toBe('rules');
  });
});

describe('what comes first', () => {
  const file = configured(
    [
      ['format', 'sarif'],
      ['fail-on', 'note'],
      ['allow-unknown', 'true'],
    ],
    [{ target: { kind: 'internet6' }, origin: 'to', askedBecause: 'asked by the file' }],
  );

  test('flags, the environment, the file, the default', () => {
    const env = { LAMBDA_NET_DOCTOR_FORMAT: 'json' };
    expect(run(env, '--format table', file).report.format).toBe('table');
    expect(run(env, '', file).report.format).toBe('json');
    expect(run({}, '', file).report.format).toBe('sarif');
    expect(run({}).report.format).toBe('table');
    expect(run({}, '--fail-on error', file).failOn).toBe('error');
    expect(run({}, '', file)).toMatchObject({ failOn: 'note', allowUnknown: true });
    expect(run({ LAMBDA_NET_DOCTOR_ALLOW_UNKNOWN: '0' }, '', file).allowUnknown).toBe(false);
  });

  test('a comma behind the last target, or before none, names no target', () => {
    expect(targetsOf({ LAMBDA_NET_DOCTOR_TO: 's3, dynamodb,' })).toEqual([
      'service asked with LAMBDA_NET_DOCTOR_TO',
      'service asked with LAMBDA_NET_DOCTOR_TO',
    ]);
    expect(targetsOf({ LAMBDA_NET_DOCTOR_TO: ' , ' })).toEqual(['internet always asked']);
  });

  test('targets likewise', () => {
    const env = { LAMBDA_NET_DOCTOR_TO: 's3' };
    expect(targetsOf(env, '--to internet', file)).toEqual(['internet asked with --to']);
    expect(targetsOf(env, '', file)).toEqual(['service asked with LAMBDA_NET_DOCTOR_TO']);
    expect(targetsOf({}, '', file)).toEqual(['internet6 asked by the file']);
    expect(targetsOf({})).toEqual(['internet always asked']);
  });

  test('a host name that a file asks about needs no --resolve, one of a flag does', () => {
    const host: Question = {
      target: { kind: 'host', text: 'db.example.com:5432', host: 'db.example.com', port: 5432 },
      origin: 'to',
      askedBecause: 'asked by the file',
    };
    expect(run({}, '', configured([], [host])).report.questions).toEqual([host]);
    expect(() => run({}, '--to db.example.com:5432')).toThrow('names are not resolved unless you say so');
  });
});
