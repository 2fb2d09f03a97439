import { describe, expect, it } from 'vitest';
import { type Border, borders, homes } from './support/borders.ts';
import { allImports, codeOf, type Import, importsIn, sourceFiles, textOf } from './support/imports.ts';

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
