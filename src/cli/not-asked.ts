import type { Report } from '../model/report.ts';
import type { ReportOptions, Source } from './invocation.ts';
import type { Io } from './io.ts';
import { publish } from './publish.ts';
import { version } from './version.ts';

/** The report of a run in which AWS could not be asked at all: no function was read, and it says so. */
const reportOfNothing = (region: string, collectedAt: Date): Report => ({
  document: {
    schemaVersion: 1,
    tool: { name: 'lambda-net-doctor', version },
    collectedAt: collectedAt.toISOString(),
    account: null,
    region,
    functions: [],
    unavailable: [{ action: 'lambda:GetFunctionConfiguration', reason: 'not read' }],
    summary: { functions: 0, errors: 0, warnings: 0, notes: 0, ignored: 0, unknown: 0, apiCalls: 0 },
  },
  rules: [],
  names: new Map(),
  unread: [],
  undecided: false,
  incomplete: true,
  resolvedHosts: 0,
  disagreements: [],
});

const regionOf = (source: Source, env: Io['env']): string =>
  (source.kind === 'aws' ? source.region : null) ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? '';

/**
 * Pipelines read a valid document even then. A person reads the error on stderr, so a table is written nowhere.
 */
export const publishNothing = (source: Source, options: ReportOptions, io: Io): Promise<void> =>
  publish(reportOfNothing(regionOf(source, io.env), io.now()), options, io, ['table']);
