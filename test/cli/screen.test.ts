import { describe, expect, test } from 'vitest';
import type { ColorChoice, ReportOptions } from '../../src/cli/invocation.ts';
import { forFile, forScreen, wantsColor } from '../../src/cli/screen.ts';
import { noIntent } from '../../src/model/intent.ts';
import { Paper, testIo } from './test-io.ts';

const options: ReportOptions = {
  questions: [],
  intent: noIntent,
  detect: true,
  rules: null,
  format: 'table',
  outputs: [],
  quiet: false,
  verbose: true,
  color: 'auto',
};

interface ColorRow {
  readonly choice: ColorChoice;
  readonly env: Readonly<Record<string, string>>;
  readonly terminal: boolean;
  readonly color: boolean;
}

test.each<ColorRow>([
  { choice: 'auto', env: {}, terminal: true, color: true },
  { choice: 'auto', env: {}, terminal: false, color: false },
  { choice: 'auto', env: { NO_COLOR: '1' }, terminal: true, color: false },
  { choice: 'auto', env: { NO_COLOR: '' }, terminal: true, color: true },
  { choice: 'auto', env: { TERM: 'dumb' }, terminal: true, color: false },
  { choice: 'auto', env: { FORCE_COLOR: '1' }, terminal: false, color: true },
  { choice: 'auto', env: { FORCE_COLOR: '3', NO_COLOR: '1' }, terminal: false, color: true },
  { choice: 'auto', env: { FORCE_COLOR: '0' }, terminal: true, color: false },
  { choice: 'auto', env: { FORCE_COLOR: 'false' }, terminal: true, color: false },
  { choice: 'auto', env: { FORCE_COLOR: '' }, terminal: false, color: false },
  { choice: 'always', env: { NO_COLOR: '1', TERM: 'dumb' }, terminal: false, color: true },
  { choice: 'never', env: { FORCE_COLOR: '1' }, terminal: true, color: false },
])('--color $choice, $env, on a terminal $terminal: $color', ({ choice, env, terminal, color }) => {
  expect(wantsColor(choice, env, terminal)).toBe(color);
});

describe('width', () => {
  const terminal = new Paper({ columns: 132 });

  test('a terminal says its own', () => {
    expect(forScreen(options, testIo({ stdout: terminal, env: { COLUMNS: '40' } })).columns).toBe(132);
  });

  test.each([
    { env: {}, columns: 100 },
    { env: { COLUMNS: '72' }, columns: 72 },
    { env: { COLUMNS: 'wide' }, columns: 100 },
    { env: { COLUMNS: '0' }, columns: 100 },
    { env: { COLUMNS: '-5' }, columns: 100 },
  ])('elsewhere $env gives $columns', ({ env, columns }) => {
    expect(forScreen(options, testIo({ env })).columns).toBe(columns);
  });

  test('a file looks the same wherever it is written', () => {
    expect(forFile({ ...options, color: 'always' })).toEqual({
      color: false,
      columns: 100,
      quiet: false,
      verbose: true,
    });
  });
});
