import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkOutputFile, writeOutputFile } from '../../src/cli/output-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
const modeOf = (file: string) => statSync(file).mode & 0o777;

describe('an output file', () => {
  test('is all that is left in its folder', async () => {
    await writeOutputFile(join(folder, 'a.json'), ['text\n'], { signal });
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('text\n');
  });

  test('may have the longest name that a file can have', async () => {
    const name = 'x'.repeat(255);
    await writeOutputFile(join(folder, name), ['text'], { signal });
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('keeps its mode', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    await writeOutputFile(file, ['new'], { signal });
    expect(modeOf(file)).toBe(0o640);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test('is for its owner alone where that is asked, even if it was not before', async () => {
    const file = join(folder, 'snapshot.json');
    writeFileSync(file, 'old');
    chmodSync(file, 0o644);
    await writeOutputFile(file, ['new'], { signal, mode: 0o600 });
    expect(modeOf(file)).toBe(0o600);
  });

  test('may be a link, which stays one', async () => {
    writeFileSync(join(folder, 'real.json'), 'old');
    symlinkSync('real.json', join(folder, 'link.json'));
    await writeOutputFile(join(folder, 'link.json'), ['new'], { signal });
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
  });

  test('may be a pipe, which is not replaced', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [, received] = await Promise.all([writeOutputFile(pipe, ['text'], { signal }), readFile(pipe, 'utf8')]);
    expect(received).toBe('text');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test('is untouched if the run is interrupted', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, 'old');
    const stop = new AbortController();
    const writing = writeOutputFile(file, ['x'.repeat(50_000_000)], { signal: stop.signal });
    stop.abort('SIGINT');
    await expect(writing).rejects.toBe('SIGINT');
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});

describe('a file that cannot be written', () => {
  test.each([
    { where: 'in a folder that is missing', path: 'none/a.json', says: 'there is no such file or folder' },
    { where: 'under a file', path: 'file/a.json', says: 'a part of its path is not a folder' },
    { where: 'at a folder', path: 'folder', says: 'it is a folder' },
  ])('$where is refused before anything is asked', async ({ path, says }) => {
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'folder'));
    await expect(checkOutputFile(join(folder, path))).rejects.toThrow(
      `${join(folder, path)} cannot be written: ${says}`,
    );
  });

  test('is one that its owner protects, except from root', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, 'old', { mode: 0o400 });
    const checked = expect(checkOutputFile(file));
    if (process.getuid?.() === 0) await checked.resolves.toBeUndefined();
    else await checked.rejects.toThrow('permission is denied');
  });

  test('is said in the same words when it is found out late', async () => {
    await expect(writeOutputFile(join(folder, 'none', 'a'), ['x'], { signal })).rejects.toThrow(
      'cannot be written: there is no such file or folder',
    );
  });

  test('leaves nothing behind on a full disk', async () => {
    await expect(writeOutputFile('/dev/full', ['x'], { signal })).rejects.toThrow(
      '/dev/full cannot be written: no space is left on the device',
    );
  });
});
