import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root, ruleNames } from './generated/files.ts';
import { collectorsIndex, rulesIndex, sectionsModule } from './generated/registries.ts';
import { formatted } from './support/formatted.ts';
import { expectGolden } from './support/golden.ts';

/*
 * The registries come first and import nothing of src/, so that they can be written while they name a file that is
 * gone. Everything else is loaded behind them.
 */
describe('registries', () => {
  it('src/rules/index.ts lists the files of its folder', () => {
    expectGolden(`${root}src/rules/index.ts`, formatted(rulesIndex()));
  });

  it('src/model/sections.ts lists the kinds', () => {
    expectGolden(`${root}src/model/sections.ts`, formatted(sectionsModule()));
  });

  it('src/collectors/index.ts lists a collector for each kind', () => {
    expectGolden(`${root}src/collectors/index.ts`, formatted(collectorsIndex()));
  });
});

describe('documentation', () => {
  it.each(ruleNames())('docs/rules/%s.md is what the rule says', async (name) => {
    const { rulePage } = await import('./generated/rule-docs.ts');
    expectGolden(`${root}docs/rules/${name}.md`, rulePage(name));
  });

  it('docs/rules/README.md lists all rules', async () => {
    const { rulesPage } = await import('./generated/rule-docs.ts');
    expectGolden(`${root}docs/rules/README.md`, rulesPage());
  });

  it('docs/rules has no page of a rule that does not exist', () => {
    const pages = new Set(['README.md', ...ruleNames().map((name) => `${name}.md`)]);
    expect(readdirSync(`${root}docs/rules`).filter((page) => !pages.has(page))).toEqual([]);
  });

  it('docs/iam-policy.json allows what a run reads', async () => {
    const { iamPolicy } = await import('../src/cli/iam-policy.ts');
    expectGolden(`${root}docs/iam-policy.json`, iamPolicy());
  });
});

describe('JSON Schemas', () => {
  it('schema/report.v1.json describes the report', async () => {
    const { reportSchema } = await import('./generated/schemas.ts');
    expectGolden(`${root}schema/report.v1.json`, reportSchema());
  });

  it('schema/config.v1.json describes a configuration file', async () => {
    const { configurationSchema } = await import('./generated/schemas.ts');
    expectGolden(`${root}schema/config.v1.json`, configurationSchema());
  });

  it('schema/snapshot.v1.json describes a snapshot', async () => {
    const { snapshotSchema } = await import('./generated/schemas.ts');
    expectGolden(`${root}schema/snapshot.v1.json`, snapshotSchema());
  });
});
