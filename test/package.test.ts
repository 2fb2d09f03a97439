import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-package-'));
const project = join(folder, 'project');
const installed = join(project, 'node_modules', manifest.name);
afterAll(() => rmSync(folder, { recursive: true }));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed | undefined;

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const answer: readonly Packed[] = JSON.parse(stdout);
  packed = answer[0];
  mkdirSync(project);
  const archive = join(folder, packed?.filename ?? '');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--prefix', project, archive], { cwd: project });
}, 120_000);

const program = (...argv: readonly string[]) =>
  run(process.execPath, [join(project, 'node_modules', '.bin', 'lambda-net-doctor'), ...argv], {
    cwd: project,
    env: { PATH: process.env['PATH'] },
  });

describe('the package', () => {
  test('holds the program, its documents and nothing else', () => {
    const allowed = /^(dist|docs|schema)\/|^(LICENSE|README\.md|package\.json)$/;
    const paths = packed?.files.map(({ path }) => path) ?? [];
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths).toContain('dist/bin.cjs');
    expect(paths).toContain('dist/THIRD-PARTY-NOTICES');
  });

  test('needs no other package', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([manifest.name]);
    expect(manifest).not.toHaveProperty('dependencies');
  });

  test('runs where it is installed', async () => {
    expect((await program('--version')).stdout).toBe(`${manifest.version}\n`);
    const { stdout, stderr } = await program('demo');
    expect(stdout).toContain('error[');
    expect(stderr).toContain('a built-in network');
  });
});

test('the notices name every package of which code is shipped, with its licence', () => {
  const dist = join(installed, 'dist');
  const chunks = readdirSync(dist).filter((name) => name.endsWith('.cjs'));
  const notices = readFileSync(join(dist, 'THIRD-PARTY-NOTICES'), 'utf8');
  const shipped = new Set(
    chunks.flatMap((chunk) =>
      [
        ...readFileSync(join(dist, chunk), 'utf8').matchAll(
          /^\/\/ (?:\S*\/)?node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm,
        ),
      ].map(([, name = '']) => name),
    ),
  );
  expect(shipped.size).toBeGreaterThan(10);
  for (const name of shipped) {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    expect(notices).toMatch(new RegExp(`^${name.replace('/', '\\/')} ${version.replaceAll('.', '\\.')} \\(`, 'm'));
  }
  expect(notices).toContain('Apache License');
  expect(notices).toContain('Permission is hereby granted, free of charge');
});
