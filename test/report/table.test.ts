import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { ReporterOptions } from '../../src/report/reporter.ts';
import { table as tablePieces } from '../../src/report/table.ts';
import { widthOf } from '../../src/report/width.ts';
import { expectGolden } from '../support/golden.ts';
import { cases } from './cases.ts';
import { manyFunctions, severalTargets } from './hard-reports.ts';
import { halfOfTheReplies, oneBlackhole } from './mixed-reports.ts';
import { healthy, oneOfTwo, publicSubnets } from './reports.ts';
import { whole } from './whole.ts';

const table = whole(tablePieces);

const at80: ReporterOptions = { color: false, columns: 80, quiet: false, verbose: false };
const golden = (name: string): string => join(import.meta.dirname, 'goldens', `${name}.txt`);
const show = (report: Report, options: Partial<ReporterOptions> = {}): string => table(report, { ...at80, ...options });
const linesOf = (text: string): readonly string[] => text.split('\n');

describe('the screen', () => {
  it.each(cases.filter(([name]) => name !== 'many-placements' && name !== 'many-findings'))(
    '%s at 80 columns',
    (name, report) => {
      expectGolden(golden(name), show(report));
    },
  );

  it.each([
    ['one-blackhole.narrow', oneBlackhole, { columns: 44 }],
    ['one-of-two.narrow', oneOfTwo, { columns: 44 }],
    ['half-of-the-replies.60', halfOfTheReplies, { columns: 60 }],
    ['several-targets.wide', severalTargets, { columns: 120 }],
    ['many-functions.wide', manyFunctions, { columns: 120 }],
    ['half-of-the-replies.verbose', halfOfTheReplies, { verbose: true }],
    ['healthy.quiet', healthy, { quiet: true }],
    ['one-of-two.quiet', oneOfTwo, { quiet: true }],
    ['public-subnets.color', publicSubnets, { color: true }],
  ] as const)('%s', (name, report, options) => {
    expectGolden(golden(name), show(report, options));
  });
});

describe('width', () => {
  it.each([30, 44, 59, 60, 80, 100, 110, 140, 300])(
    'no line is wider than %i columns, but for what is copied: commands and addresses',
    (columns) => {
      for (const [name, report] of cases) {
        const commands = report.document.functions.flatMap((each) =>
          each.findings.flatMap(({ fix }) => fix.commands.map((command) => command.slice(0, 12))),
        );
        const wide = linesOf(show(report, { columns })).filter((line) => widthOf(line) > columns);
        const others = wide.filter(
          (line) =>
            !/^\s*(?:= see +)?https:\/\/\S+$/u.test(line) && !commands.some((each) => line.trim().startsWith(each)),
        );
        expect(others, name).toEqual([]);
      }
    },
  );

  it('never breaks a command', () => {
    for (const command of publicSubnets.document.functions[0]?.findings[0]?.fix.commands ?? []) {
      expect(linesOf(show(publicSubnets, { columns: 44 })).map((line) => line.trim())).toContain(command);
    }
  });

  it('has no table below 60 columns', () => {
    expect(show(oneBlackhole, { columns: 59 })).not.toContain('┌');
    expect(show(oneBlackhole, { columns: 60 })).toContain('┌');
  });

  it('shows zone ids and the reason of each question from 110 columns on', () => {
    for (const [report, words] of [
      [severalTargets, 'Asked because'],
      [oneBlackhole, 'euw1-az1'],
    ] as const) {
      expect(show(report, { columns: 109 })).not.toContain(words);
      expect(show(report, { columns: 110 })).toContain(words);
    }
  });
});

describe('colour', () => {
  it('is nowhere unless asked for, and changes no word', () => {
    for (const [, report] of cases) {
      const plain = show(report);
      const colored = show(report, { color: true });
      expect(plain).not.toContain('\u001b');
      expect(stripVTControlCharacters(colored)).toBe(plain);
    }
  });
});
