import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { motoOnPath, pinnedVersion } from './moto-command.ts';

const root = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-path-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder of programs in which the Python behind `moto_server` says that it has this version of moto. */
const folderWith = (version: string, firstLine = (folder: string) => `#!${folder}/python3`): string => {
  const folder = mkdtempSync(join(root, 'bin-'));
  writeFileSync(join(folder, 'python3'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  writeFileSync(join(folder, 'moto_server'), `${firstLine(folder)}\n`, { mode: 0o755 });
  return folder;
};

describe('moto_server on PATH', () => {
  it('is used if it is of the pinned version', async () => {
    const folder = folderWith(pinnedVersion);
    expect(await motoOnPath({ PATH: `${join(root, 'nowhere')}:${folder}` })).toEqual([join(folder, 'moto_server')]);
  });

  it('is not used if it is of another version', async () => {
    expect(await motoOnPath({ PATH: folderWith(`${pinnedVersion}1`) })).toBeNull();
  });

  it('is not used if it does not say which Python it runs on', async () => {
    expect(await motoOnPath({ PATH: folderWith(pinnedVersion, () => '#!/usr/bin/env bash') })).toBeNull();
  });

  it('may be absent', async () => {
    expect(await motoOnPath({ PATH: join(root, 'nowhere') })).toBeNull();
    expect(await motoOnPath({})).toBeNull();
  });
});
