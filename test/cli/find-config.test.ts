import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/command-line.ts';
import { findConfig } from '../../src/cli/find-config.ts';
import { UserError } from '../../src/errors.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-find-'));
  mkdirSync(join(root, 'repository', 'services', 'orders'), { recursive: true });
  mkdirSync(join(root, 'repository', '.git'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (...path: readonly string[]): string => {
  const file = join(root, ...path);
  writeFileSync(file, '');
  return file;
};

const find = (from: readonly string[], argv: readonly string[] = [], env = {}) =>
  findConfig(parseCommandLine(['f', ...argv], env).args, () => join(root, ...from));

const deep = ['repository', 'services', 'orders'];

describe('the search', () => {
  test.each(['lambda-net-doctor.yaml', 'lambda-net-doctor.yml', 'lambda-net-doctor.json'])('finds %s', (name) => {
    const path = write(...deep, name);
    expect(find(deep)).toEqual({ path, named: name });
  });

  test('goes upwards, and the nearest file counts', () => {
    const far = write('repository', 'lambda-net-doctor.yaml');
    expect(find(deep)).toEqual({ path: far, named: join('..', '..', 'lambda-net-doctor.yaml') });
    const near = write('repository', 'services', 'lambda-net-doctor.yml');
    expect(find(deep)).toEqual({ path: near, named: join('..', 'lambda-net-doctor.yml') });
  });

  test('ends at the root of a repository, be .git a folder or the file of a worktree', () => {
    write('lambda-net-doctor.yaml');
    expect(find(deep)).toBeNull();
    mkdirSync(join(root, 'worktree', 'inner'), { recursive: true });
    write('worktree', '.git');
    expect(find(['worktree', 'inner'])).toBeNull();
  });

  test('two files in one folder are wrong use', () => {
    write('repository', 'lambda-net-doctor.yaml');
    write('repository', 'lambda-net-doctor.json');
    expect(() => find(['repository'])).toThrow(
      new UserError(
        'two configuration files stand side by side: lambda-net-doctor.yaml and lambda-net-doctor.json',
        'keep one of them, or name one with --config FILE',
      ),
    );
  });

  test('a link that leads nowhere is found, so that reading it says so', () => {
    symlinkSync('nowhere', join(root, 'repository', 'lambda-net-doctor.yaml'));
    expect(find(['repository'])?.named).toBe('lambda-net-doctor.yaml');
  });

  test('where the working directory is gone there is no file', () => {
    const gone = (): string => {
      throw Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { code: 'ENOENT' });
    };
    expect(findConfig(parseCommandLine(['f'], {}).args, gone)).toBeNull();
  });
});

describe('--config and --no-config', () => {
  test('--config names a file by the working directory', () => {
    write('repository', 'lambda-net-doctor.yaml');
    const path = join(root, 'repository', 'other.yaml');
    expect(find(['repository'], ['--config', 'other.yaml'])).toEqual({ path, named: 'other.yaml' });
  });

  test('--no-config reads none', () => {
    write('repository', 'lambda-net-doctor.yaml');
    expect(find(['repository'], ['--no-config'])).toBeNull();
    expect(find(['repository'], [], { LAMBDA_NET_DOCTOR_NO_CONFIG: '1' })).toBeNull();
  });

  test('the command line comes before the environment', () => {
    const env = { LAMBDA_NET_DOCTOR_CONFIG: 'theirs.yaml', LAMBDA_NET_DOCTOR_NO_CONFIG: 'true' };
    expect(find([], ['--config', 'mine.yaml'], env)?.named).toBe('mine.yaml');
    expect(find([], ['--no-config'], { LAMBDA_NET_DOCTOR_CONFIG: 'theirs.yaml' })).toBeNull();
    expect(find([], [], { LAMBDA_NET_DOCTOR_CONFIG: 'theirs.yaml' })?.named).toBe('theirs.yaml');
  });

  test('both at once are wrong use', () => {
    expect(() => find([], ['--config', 'x', '--no-config'])).toThrow('--config and --no-config say the opposite');
  });
});
