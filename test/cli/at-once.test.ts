import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { answerAtOnce } from '../../src/cli/at-once.ts';
import { cliFile } from '../support/run-cli.ts';

describe('version of Node.js', () => {
  test.each(['0.10.48', '6.17.1', '8.17.0', '12.22.12', '18.20.8', '20.0.0', '20.18.3'])('%s is too old', (version) => {
    expect(answerAtOnce(['orders-api'], version)).toEqual({
      text:
        `error lambda-net-doctor needs Node.js 20.19 or newer, and this is Node.js ${version}\n` +
        '  get a newer one: https://nodejs.org/en/download\n',
      exitCode: 2,
    });
  });

  test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1', '26.0.0', '100.1.0', '27.0.0-nightly20261122'])(
    '%s is not',
    (version) => {
      expect(answerAtOnce(['orders-api'], version)).toBeNull();
    },
  );

  test('the sentence says what package.json asks for', () => {
    expect(manifest.engines.node).toBe('>=20.19.0');
  });

  test('an old one is told of even if only the version is asked', () => {
    expect(answerAtOnce(['--version'], '12.0.0')?.exitCode).toBe(2);
  });
});

test.each([[['--version']], [['orders-api', '--version', '--help']]])('%j prints the version', (argv) => {
  expect(answerAtOnce(argv, '20.19.0')).toEqual({ text: `${manifest.version}\n`, exitCode: 0 });
});

describe('the built entry', () => {
  const code = readFileSync(cliFile, 'utf8').replace(/^#!.*/, '');

  test('refuses an old Node.js without anything that an old Node.js lacks', () => {
    const written: string[] = [];
    const stream = { on: () => undefined, write: (text: string) => written.push(text) };
    const oldProcess = { argv: ['node', 'cli'], env: {}, stdout: stream, stderr: stream, versions: { node: '8.17.0' } };
    runInNewContext(code, { process: oldProcess, require: () => expect.unreachable('something else was loaded') });
    expect(written.join('')).toContain('needs Node.js 20.19 or newer, and this is Node.js 8.17.0');
    expect(oldProcess).toHaveProperty('exitCode', 2);
  });

  test('is written in the language of 2017', () => {
    expect(code).not.toMatch(/\?\.|\?\?|import\(|catch \{|\.\.\.\w+ ?\}/);
  });
});
