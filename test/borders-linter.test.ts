import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

describe('the linter knows the borders', () => {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'borders-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const violations: Readonly<Record<string, string>> = {
    'src/bin.ts': "export * from './diagnose.ts';",
    'src/cli/x.ts': "export * from '../collect.ts';",
    'src/cli/y.ts': "export * from '../network/world.ts';",
    'src/cli/w.ts': "export * from 'yaml';",
    'src/cli/v.ts': "export { createConnection } from 'node:net';",
    'src/cli/u.ts': "export * from 'node:dns/promises';",
    'src/cli/z.ts': 'export const home = process.env;',
    'src/collectors/x.ts': "export * from '../report/index.ts';",
    'src/collectors/y.ts': "export * from 'node:fs/promises';",
    'src/diagnose/x.ts': "export * from '../collect.ts';",
    'src/rules/x.ts': "export * from '../diagnose.ts';",
    'src/rules/shared/x.ts': "export * from '../../report/index.ts';",
    'src/network/x.ts': "export * from '../rules/index.ts';",
    'src/network/y.ts': "export { Resolver } from 'node:dns';",
    'src/network/path/x.ts': 'export const now = () => new Date();',
    'src/report/x.ts': "export * from '../rules/index.ts';",
    'src/report/table/x.ts': "export * from '@aws-sdk/client-ec2';",
    'src/report/y.ts': "export { request } from 'node:https';",
    'src/model/x.ts': "export * from '../errors.ts';",
    'src/model/kinds/x.ts': "export * from 'yargs';",
  };

  const innocent: Readonly<Record<string, string>> = {
    'src/cli/config-document.ts': "export * from 'yaml';",
    'src/cli/target.ts': "export { isIPv4, isIPv6 } from 'node:net';",
    'src/collectors/resolve-hosts.ts': "export { lookup } from 'node:dns/promises';",
    'src/cli/read-from-aws.ts': "export const load = () => import('../collect.ts');",
    'src/diagnose/hash.ts': "export * from 'node:crypto';",
    'src/rules/good.ts': "export * from '../network/world.ts';",
    'src/model/good.ts': "export * from 'zod';",
  };

  const lint = (): string => {
    copyFileSync(`${root}biome.json`, join(folder, 'biome.json'));
    for (const [file, text] of Object.entries({ ...violations, ...innocent })) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\n`);
    }
    const biome = [
      `${root}node_modules/@biomejs/biome/bin/biome`,
      'lint',
      '--reporter=github',
      '--max-diagnostics=none',
    ];
    try {
      return execFileSync(process.execPath, biome, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    }
  };

  it('reports each deliberate violation, with the reason, and nothing else', () => {
    const reported = lint()
      .split('\n')
      .filter((line) => /noRestrictedImports|noRestrictedGlobals|noProcessGlobal/.test(line));
    const files = reported.map((line) => /file=.*?(src\/[^,]+),/.exec(line)?.[1] ?? line);
    expect([...new Set(files)].sort()).toEqual(Object.keys(violations).sort());
    expect(reported.filter((line) => line.includes('noRestrictedImports') && !/::.{30,}\.$/.test(line))).toEqual([]);
  });
});
