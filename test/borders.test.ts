import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { allImports, codeOf, type Import, importsIn, sourceFiles, textOf } from './support/imports.ts';

interface Border {
  /** Files of the layer. */
  readonly files: RegExp;
  /** What it may import beside its own files, in full. */
  readonly may: readonly RegExp[];
  /** What it may import as types alone. */
  readonly types?: readonly RegExp[];
  /** What it may load when it is needed. */
  readonly dynamic?: readonly RegExp[];
  readonly because: string;
}

const model = /^src\/model\//;
const hashes = /^node:crypto$/;

const borders: Readonly<Record<string, Border>> = {
  bin: {
    files: /^src\/bin\.ts$/,
    may: [/^src\/cli\//],
    dynamic: [/^src\/cli\.ts$/],
    because: 'it starts the program and decides nothing',
  },
  cli: {
    files: /^src\/cli(\.ts$|\/)/,
    may: [
      /^src\/(diagnose|errors|look-alikes)\.ts$/,
      /^src\/report\//,
      /^src\/rules\/index\.ts$/,
      model,
      /^yargs/,
      /^node:/,
    ],
    dynamic: [/^src\/collect\.ts$/, /^fixtures\/.*\.json$/],
    because: 'the SDK may load only when AWS is asked, and how a network is judged is the business of diagnose',
  },
  collect: {
    files: /^src\/collect\.ts$/,
    may: [/^src\/collectors\//, model, /^src\/errors\.ts$/],
    because: 'it runs collectors and knows nothing of what the facts mean',
  },
  collectors: {
    files: /^src\/collectors\//,
    may: [model, /^src\/(errors|look-alikes)\.ts$/, /^@aws-sdk\//, /^@smithy\//, /^node:(?!fs|process|path)/],
    dynamic: [/^@aws-sdk\//, /^proxy-agent$/],
    because: 'they bring facts into the model and know neither rules nor reports',
  },
  diagnose: {
    files: /^src\/diagnose(\.ts$|\/)/,
    may: [/^src\/(rules|network)\//, model, hashes],
    because: 'it makes a report of a snapshot, wherever that comes from and however it is shown',
  },
  rules: {
    files: /^src\/rules\//,
    may: [/^src\/network\//, model],
    because: 'a rule sees what the network does and nothing above it',
  },
  network: {
    files: /^src\/network\//,
    may: [],
    types: [model],
    because: 'it says what AWS means, on types of the model alone',
  },
  report: {
    files: /^src\/report\//,
    may: [/^cli-table3$/, /^string-width$/, hashes],
    types: [model, /^sarif$/],
    because: 'a reporter turns a report into text and has everything in the report',
  },
  model: { files: model, may: [/^zod$/], because: 'it is what all others share' },
  alone: { files: /^src\/(errors|look-alikes)\.ts$/, may: [], because: 'everything may import them' },
};

/** The only home of each outside package. */
const homes: Readonly<Record<string, RegExp>> = {
  '@aws-sdk/': /^src\/collectors\//,
  '@smithy/': /^src\/collectors\//,
  'proxy-agent': /^src\/collectors\//,
  yargs: /^src\/cli\//,
  'node:fs': /^src\/cli\//,
  'cli-table3': /^src\/report\//,
  'string-width': /^src\/report\//,
  zod: /^src\/model\//,
};

const matches = (patterns: readonly RegExp[] | undefined, target: string): boolean =>
  patterns?.some((pattern) => pattern.test(target)) ?? false;

const crosses = ({ files, may, types, dynamic }: Border, { target, how }: Import): boolean => {
  if (files.test(target)) return false;
  if (how === 'dynamic') return !matches([...may, ...(dynamic ?? [])], target);
  return !matches(how === 'type' ? [...may, ...(types ?? [])] : may, target);
};

const borderOf = (file: string): Border | undefined => Object.values(borders).find(({ files }) => files.test(file));

const shown = ({ file, target, how }: Import): string => `${file} imports ${target} (${how})`;

const strays = (imports: readonly Import[]): string[] =>
  imports
    .filter(({ file, target }) =>
      Object.entries(homes).some(([name, home]) => target.startsWith(name) && !home.test(file)),
    )
    .map(shown);

describe('import borders', () => {
  const imports = allImports();

  it('every source file belongs to exactly one layer', () => {
    const layers = (file: string) => Object.values(borders).filter(({ files }) => files.test(file)).length;
    expect(sourceFiles.filter((file) => layers(file) !== 1)).toEqual([]);
  });

  it.each(Object.entries(borders))('%s keeps its border', (_, border) => {
    const own = imports.filter(({ file }) => border.files.test(file));
    expect(own.filter((one) => crosses(border, one)).map(shown), border.because).toEqual([]);
  });

  it('every outside package has one home', () => {
    expect(strays(imports)).toEqual([]);
  });

  it('no rule imports another rule', () => {
    const rule = /^src\/rules\/(?!rule\.ts|index\.ts)[^/]+\.ts$/;
    const others = imports.filter(({ file, target }) => !file.endsWith('/index.ts') && rule.test(target));
    expect(others.map(shown)).toEqual([]);
  });

  it('sees through every form of an import', () => {
    const text = [
      "import { a } from '../network/a.ts';",
      "import type { B } from '../model/b.ts';",
      "import { type C, type D } from '../model/c.ts';",
      "import {\n  e,\n  type F,\n} from '@aws-sdk/client-ec2';",
      "export * from '../cli/g.ts';",
      "import 'yargs';",
      "const h = async () => (await import('../collect.ts')).collect;",
    ].join('\n');
    expect(importsIn('src/report/x.ts', text)).toEqual([
      { file: 'src/report/x.ts', target: 'src/network/a.ts', how: 'value' },
      { file: 'src/report/x.ts', target: 'src/model/b.ts', how: 'type' },
      { file: 'src/report/x.ts', target: 'src/model/c.ts', how: 'type' },
      { file: 'src/report/x.ts', target: '@aws-sdk/client-ec2', how: 'value' },
      { file: 'src/report/x.ts', target: 'src/cli/g.ts', how: 'value' },
      { file: 'src/report/x.ts', target: 'yargs', how: 'value' },
      { file: 'src/report/x.ts', target: 'src/collect.ts', how: 'dynamic' },
    ]);
  });

  it.each([
    ['src/network/x.ts', "import { Snapshot } from '../model/snapshot.ts';"],
    ['src/report/x.ts', "import type { World } from '../network/world.ts';"],
    ['src/rules/x.ts', "import { diagnose } from '../diagnose.ts';"],
    ['src/cli/x.ts', "import { collect } from '../collect.ts';"],
    ['src/cli.ts', "import { worldOf } from './network/world.ts';"],
    ['src/diagnose/x.ts', "import { table } from '../report/table.ts';"],
    ['src/bin.ts', "import { diagnose } from './diagnose.ts';"],
    ['src/model/x.ts', "import { UserError } from '../errors.ts';"],
    ['src/collectors/x.ts', "import { readFileSync } from 'node:fs';"],
  ])('finds that %s crosses with %s', (file, text) => {
    const border = borderOf(file);
    if (border === undefined) throw new Error(`${file} belongs to no layer`);
    expect(importsIn(file, text).map((one) => crosses(border, one))).toEqual([true]);
  });
});

describe('what a pure folder may not use', () => {
  const pure = sourceFiles.filter((file) => /^src\/(network|rules|report|diagnose|model)/.test(file));
  const impure = /\b(Date|fetch|performance|setTimeout|setInterval|Math\.random|randomUUID|randomBytes)\b/;

  it('has no clock, no chance and no network', () => {
    expect(pure.filter((file) => impure.test(codeOf(textOf(file))))).toEqual([]);
  });

  it('is synchronous but for loading a reporter', () => {
    const waits = pure.filter((file) => /\b(async|await|Promise)\b/.test(codeOf(textOf(file))));
    expect(waits).toEqual(['src/report/index.ts']);
  });

  it('only bin.ts touches the process', () => {
    const touching = sourceFiles.filter((file) => /\bprocess\b/.test(codeOf(textOf(file))));
    expect(touching).toEqual(['src/bin.ts']);
  });
});

describe('the linter knows the borders', () => {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'borders-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const violations: Readonly<Record<string, string>> = {
    'src/bin.ts': "export * from './diagnose.ts';",
    'src/cli/x.ts': "export * from '../collect.ts';",
    'src/cli/y.ts': "export * from '../network/world.ts';",
    'src/cli/z.ts': 'export const home = process.env;',
    'src/collectors/x.ts': "export * from '../report/index.ts';",
    'src/collectors/y.ts': "export * from 'node:fs/promises';",
    'src/diagnose/x.ts': "export * from '../collect.ts';",
    'src/rules/x.ts': "export * from '../diagnose.ts';",
    'src/rules/shared/x.ts': "export * from '../../report/index.ts';",
    'src/network/x.ts': "export * from '../rules/index.ts';",
    'src/network/path/x.ts': 'export const now = () => new Date();',
    'src/report/x.ts': "export * from '../rules/index.ts';",
    'src/report/table/x.ts': "export * from '@aws-sdk/client-ec2';",
    'src/model/x.ts': "export * from '../errors.ts';",
    'src/model/kinds/x.ts': "export * from 'yargs';",
  };

  const innocent: Readonly<Record<string, string>> = {
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
