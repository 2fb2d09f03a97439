import { diagnose } from '../../src/diagnose.ts';
import type { Report } from '../../src/model/report.ts';
import { findingBlocks } from '../../src/report/table/findings.ts';
import { screenOf } from '../../src/report/table/screen.ts';
import { healthy, network } from '../support/network.ts';
import { questionsOf } from '../truth/check.ts';
import { truth } from '../truth/index.ts';
import type { TruthRow } from '../truth/row.ts';

/** A network in which a rule speaks, and its finding as the screen shows it. */
export interface Example {
  readonly network: string;
  readonly lines: readonly string[];
}

const screen = { color: false, columns: 80, quiet: false, verbose: false };

const reportOf = (row: TruthRow, ruleId: string): Report => {
  const snapshot = row.change === null ? healthy : network(row.change);
  const { functions } = snapshot.sections;
  const asked = functions.status === 'collected' ? functions.items : [];
  return diagnose(snapshot, {
    functions: asked.filter(({ name }) => name === (row.function ?? 'orders-api')),
    questions: questionsOf(row),
    allHops: false,
    rules: [ruleId],
    toolVersion: '0.0.0',
  });
};

/** The first finding of a rule in the first network of the truth table in which it speaks. */
export const exampleOf = (ruleId: string): Example | null => {
  const row = Object.values(truth)
    .flat()
    .find(({ speaks }) => speaks[ruleId] !== undefined);
  if (row === undefined) return null;
  const report = reportOf(row, ruleId);
  const [fn] = report.document.functions;
  const [block] = fn === undefined ? [] : findingBlocks(fn, report.rules, screenOf(report, screen));
  if (block === undefined || !('lines' in block)) return null;
  return { network: row.name, lines: block.lines.filter((line) => !line.includes('https://')) };
};
