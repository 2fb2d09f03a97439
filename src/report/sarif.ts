import type { Log, Result } from 'sarif';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { runId } from './sarif/identity.ts';
import { invocationOf } from './sarif/invocation.ts';
import { resultsOf } from './sarif/results.ts';
import { ruleDescriptor } from './sarif/rules.ts';

/** GitHub refuses a file with more. */
const mostResults = 25_000;

const informationUri = 'https://github.com/lambda-net-doctor/lambda-net-doctor';

const severities = ['error', 'warning', 'note'];

/** The most severe results where there are more than GitHub takes, in the order in which they came. */
const accepted = (results: readonly Result[]): readonly Result[] => {
  if (results.length <= mostResults) return results;
  const rank = ({ level }: Result): number => severities.indexOf(level ?? 'note');
  const kept = new Set([...results].sort((one, other) => rank(one) - rank(other)).slice(0, mostResults));
  return results.filter((result) => kept.has(result));
};

/**
 * SARIF 2.1.0 as GitHub code scanning takes it: one run, all rules that ran, one result for each finding.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Reporter = (report) => {
  const { tool } = report.document;
  const all = resultsOf(report);
  const results = accepted(all);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: tool.name, version: tool.version, informationUri, rules: report.rules.map(ruleDescriptor) },
        },
        automationDetails: { id: runId(report) },
        invocations: [invocationOf(report, all.length - results.length)],
        columnKind: 'utf16CodeUnits',
        results: [...results],
      },
    ],
  };
  return [jsonText(log)];
};
