import { describe, expect, test } from 'vitest';
import { exitCodeOf, type Outcome } from '../../src/cli/exit-code.ts';
import type { FailOn } from '../../src/cli/invocation.ts';

const fine: Outcome = {
  interrupted: false,
  bug: false,
  wrongUse: false,
  severities: [],
  undecided: false,
  notAsked: false,
};
const everything: Outcome = {
  interrupted: true,
  bug: true,
  wrongUse: true,
  severities: ['error'],
  undecided: true,
  notAsked: true,
};
const strict = { failOn: 'error', allowUnknown: false } as const;

test.each([
  { name: 'everything', outcome: everything, code: 130 },
  { name: 'all but an interrupt', outcome: { ...everything, interrupted: false }, code: 70 },
  { name: 'wrong use and less', outcome: { ...everything, interrupted: false, bug: false }, code: 2 },
  {
    name: 'a finding and less',
    outcome: { ...everything, interrupted: false, bug: false, wrongUse: false },
    code: 1,
  },
  { name: 'an unknown answer', outcome: { ...fine, undecided: true }, code: 3 },
  { name: 'AWS could not be asked', outcome: { ...fine, notAsked: true }, code: 3 },
  { name: 'a warning and an unknown answer', outcome: { ...fine, severities: ['warning'], undecided: true }, code: 3 },
  { name: 'nothing', outcome: fine, code: 0 },
] satisfies readonly { name: string; outcome: Outcome; code: number }[])('$name: $code', ({ outcome, code }) => {
  expect(exitCodeOf(outcome, strict)).toBe(code);
});

describe('--fail-on', () => {
  test.each([
    { failOn: 'error', codes: [1, 0, 0] },
    { failOn: 'warning', codes: [1, 1, 0] },
    { failOn: 'note', codes: [1, 1, 1] },
    { failOn: 'never', codes: [0, 0, 0] },
  ] satisfies readonly { failOn: FailOn; codes: readonly number[] }[])(
    '$failOn: an error, a warning, a note give $codes',
    ({ failOn, codes }) => {
      const severities = ['error', 'warning', 'note'] as const;
      const given = severities.map((severity) =>
        exitCodeOf({ ...fine, severities: [severity] }, { failOn, allowUnknown: false }),
      );
      expect(given).toEqual(codes);
    },
  );

  test('never leaves an unknown answer at 3', () => {
    expect(
      exitCodeOf({ ...fine, severities: ['error'], undecided: true }, { failOn: 'never', allowUnknown: false }),
    ).toBe(3);
  });
});

describe('--allow-unknown', () => {
  const allowing = { failOn: 'error', allowUnknown: true } as const;
  test.each([
    { name: 'an unknown answer is fine', outcome: { ...fine, undecided: true }, code: 0 },
    { name: 'AWS that could not be asked is not', outcome: { ...fine, notAsked: true, undecided: true }, code: 3 },
    { name: 'an error is not', outcome: { ...fine, severities: ['error'], undecided: true }, code: 1 },
    { name: 'a function that does not exist is not', outcome: { ...fine, wrongUse: true, undecided: true }, code: 2 },
  ] satisfies readonly { name: string; outcome: Outcome; code: number }[])('$name', ({ outcome, code }) => {
    expect(exitCodeOf(outcome, allowing)).toBe(code);
  });
});
