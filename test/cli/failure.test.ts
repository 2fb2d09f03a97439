import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import { version } from '../../src/cli/version.ts';
import { ExitCode, UserError } from '../../src/errors.ts';

const secret = 'planted-secret-0123456789';

describe('a failure that the user can mend', () => {
  test('is one sentence and one thing to do', () => {
    const error = new UserError('no AWS region is set', '--region eu-west-1');
    expect(failureOf(error)).toEqual({ text: 'error no AWS region is set\n  --region eu-west-1\n', exitCode: 2 });
  });

  test('may have no more to say', () => {
    const error = new UserError('no', null, ExitCode.incomplete);
    expect(failureOf(error)).toEqual({ text: 'error no\n', exitCode: 3 });
  });

  test('writes no control characters', () => {
    const { text } = failureOf(new UserError('a\u001b[31mb\nc\u202e', '\u0007d'));
    expect(text).toBe('error ab c\n  d\n');
  });

  test('is short, whatever it quotes', () => {
    expect(failureOf(new UserError('x'.repeat(1_000_000), 'y'.repeat(1_000_000))).text.length).toBeLessThan(3_000);
  });
});

test('an interrupt says that nothing was changed', () => {
  expect(failureOf('SIGINT')).toEqual({ text: 'interrupted; nothing was changed\n', exitCode: 130 });
});

describe('a bug', () => {
  const thrownBy = (make: () => unknown): unknown => {
    try {
      throw make();
    } catch (error) {
      return error;
    }
  };

  test('says which program, what kind, where, and what to send', () => {
    const { text, exitCode } = failureOf(thrownBy(() => new RangeError('x')));
    expect(exitCode).toBe(70);
    const [first, ...rest] = text.trimEnd().split('\n');
    expect(first).toBe(`error this is a bug of lambda-net-doctor ${version}: RangeError`);
    expect(rest.at(-1)).toContain('--save-snapshot FILE');
    const places = rest.slice(0, -1);
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(place).toMatch(/^ {2}at ([\w$.<>[\] ]+, )?[\w.-]+:\d+:\d+$/);
    expect(text).toContain('failure.test.ts:');
  });

  const renamed = Object.assign(new Error('x'), { name: secret });
  const changed = new Error(`${secret}\n    at ${secret} (${secret}.js:1:1)`);
  const late = new Error(secret);
  late.message = 'another';
  class Foreign extends Error {}
  test.each([
    { kind: 'its message', error: new TypeError(`cannot use ${secret}`) },
    { kind: 'a message like a stack', error: changed },
    { kind: 'a name from outside', error: renamed },
    { kind: 'a message that was replaced', error: late },
    { kind: 'a cause', error: new Foreign('x', { cause: new Error(secret) }) },
    { kind: 'fields', error: Object.assign(new Error('x'), { $response: { body: secret } }) },
    { kind: 'a stack of one word', error: Object.assign(new Error('x'), { stack: secret }) },
    { kind: 'a string', error: secret },
    { kind: 'an object', error: { secret } },
  ])('never repeats $kind', ({ error }) => {
    const { text, exitCode } = failureOf(error);
    expect(exitCode).toBe(70);
    expect(text).not.toContain(secret);
  });

  test('may be thrown as nothing at all', () => {
    expect(failureOf(undefined).text).toContain(`lambda-net-doctor ${version}: undefined`);
    expect(failureOf(null).exitCode).toBe(70);
  });
});
