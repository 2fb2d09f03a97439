import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { cliFile } from '../support/run-cli.ts';

const preload = fileURLToPath(new URL('list-loaded-files.cjs', import.meta.url));
const healthy = fileURLToPath(new URL('../../fixtures/healthy.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-loaded-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The bundler names the file of every module that it puts into a chunk. */
const packagesIn = (chunk: string): readonly string[] =>
  [...readFileSync(chunk, 'utf8').matchAll(/^\/\/ (?:\S*\/)?node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm)].map(
    ([, name = '']) => name,
  );

const loadedBy = (...argv: readonly string[]) => {
  const list = join(folder, 'loaded.txt');
  const { stderr } = spawnSync(process.execPath, ['--require', preload, cliFile, ...argv], {
    env: { PATH: process.env['PATH'], LOADED_FILES: list, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
    encoding: 'utf8',
  });
  const files = readFileSync(list, 'utf8').split('\n');
  return { stderr, files, packages: [...new Set(files.flatMap(packagesIn))].sort() };
};

describe('what a run loads', () => {
  test('--version: one file, and nothing of any package', () => {
    const { files, packages } = loadedBy('--version');
    expect(files.map((file) => basename(file))).toEqual(['bin.cjs']);
    expect(packages).toEqual([]);
  });

  test.each([['--help'], ['rules'], ['explain', 'single-az'], ['iam-policy'], ['orders-api', '--formt']])(
    '%s: of the packages only the parser',
    (...argv) => {
      expect(loadedBy(...argv).packages).toEqual(['yargs-parser']);
    },
  );

  test.each(['json', 'sarif'])('--snapshot --format %s: nothing of zod, the SDK or tables', (format) => {
    expect(loadedBy('--snapshot', healthy, '--format', format).packages).toEqual(['yargs-parser']);
  });

  test('a configuration file: YAML and zod, which nothing else needs', () => {
    const config = join(folder, 'lambda-net-doctor.yaml');
    writeFileSync(config, 'failOn: never\n');
    const { packages } = loadedBy('--snapshot', healthy, '--format', 'json', '--config', config);
    expect(packages).toEqual(['yaml', 'yargs-parser', 'zod']);
  });

  test('--snapshot with a table: nothing of the SDK', () => {
    const { packages } = loadedBy('--snapshot', healthy);
    expect(packages).toContain('cli-table3');
    expect(packages.filter((name) => /^@(aws-sdk|aws|smithy)\//.test(name))).toEqual([]);
  });

  test('a run that asks AWS: the SDK, and nothing of tables, of proxies or of clients for what few runs ask', () => {
    const { packages } = loadedBy('orders-api', '--region', 'eu-west-1', '--endpoint-url', 'http://127.0.0.1:1');
    expect(packages).toContain('@aws-sdk/client-ec2');
    const others = ['cli-table3', 'proxy-agent', '@aws-sdk/client-efs', '@aws-sdk/client-iam'];
    expect(packages.filter((name) => others.includes(name))).toEqual([]);
  });
});
