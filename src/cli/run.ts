import { diagnose } from '../diagnose.ts';
import { ExitCode, UserError } from '../errors.ts';
import type { FunctionReference } from '../model/function-reference.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot, UnreadFunction } from '../model/snapshot.ts';
import { exitCodeOf } from './exit-code.ts';
import { disagreementText, errorText } from './failure.ts';
import type { DiagnoseOptions, ReportOptions, Source } from './invocation.ts';
import type { Io } from './io.ts';
import { checkOutputFile } from './output-file.ts';
import { publish } from './publish.ts';
import { readFromAws } from './read-from-aws.ts';
import { selectFunctions } from './select-functions.ts';
import { readSnapshotFile } from './snapshot-file.ts';
import { version } from './version.ts';

/** From so many functions on it pays to make ready for them. */
const many = 100;

/** A report that was written, and the functions that it could not be about. */
export interface Reported {
  readonly report: Report;
  readonly unread: readonly UnreadFunction[];
}

/** Diagnoses functions of a snapshot, all of them if none is named, and writes the reports. */
export const reportOn = async (
  snapshot: Snapshot,
  asked: readonly FunctionReference[],
  options: ReportOptions,
  io: Io,
): Promise<Reported> => {
  const { functions, unread } = selectFunctions(snapshot, asked);
  if (functions.length >= many) await io.expectMuchWork();
  const report = diagnose(
    { ...snapshot, unreadFunctions: unread },
    {
      functions,
      questions: options.questions,
      intent: options.intent,
      detect: options.detect,
      allHops: options.verbose,
      rules: options.rules,
      toolVersion: version,
    },
  );
  await publish(report, options, io);
  const { disagreements } = report;
  if (disagreements.length > 0) io.stderr.write(disagreementText(disagreements.length));
  return { report, unread };
};

const filesOf = (source: Source, options: ReportOptions): readonly string[] => [
  ...(source.kind === 'aws' && source.saveSnapshot !== null ? [source.saveSnapshot] : []),
  ...options.outputs.map(({ file }) => file),
];

const snapshotOf = async ({ source, functions, report }: DiagnoseOptions, io: Io): Promise<Snapshot> =>
  source.kind === 'snapshot' ? readSnapshotFile(source.file, io) : readFromAws(functions, source, report, io);

/** Json and sarif stay valid documents even if AWS could not be asked. */
const withReportOfFailure = async (error: unknown, options: DiagnoseOptions, io: Io): Promise<never> => {
  if (error instanceof UserError && error.exitCode === ExitCode.incomplete) {
    const { publishNothing } = await import('./not-asked.ts');
    await publishNothing(options.source, options.report, io);
  }
  throw error;
};

/** A table shows the functions that were not read; the other formats leave it to stderr. */
const tellUnread = (report: Report, options: ReportOptions, io: Io): void => {
  if (options.format === 'table') return;
  for (const { message } of report.unread) io.stderr.write(errorText(message, null));
};

/** The whole of a run: read the network, diagnose the functions, write the reports. Gives the exit code. */
export const run = async (options: DiagnoseOptions, io: Io): Promise<ExitCode> => {
  for (const file of filesOf(options.source, options.report)) await checkOutputFile(file);
  const snapshot = await snapshotOf(options, io).catch((error: unknown) => withReportOfFailure(error, options, io));
  const { report, unread } = await reportOn(snapshot, options.functions, options.report, io);
  tellUnread(report, options.report, io);
  const { functions } = report.document;
  return exitCodeOf(
    {
      interrupted: false,
      bug: report.disagreements.length > 0,
      wrongUse: unread.some(({ why }) => why === 'not found'),
      severities: functions.flatMap(({ findings }) => findings.map(({ severity }) => severity)),
      undecided: report.undecided,
      notAsked: unread.some(({ why }) => why === 'unavailable'),
    },
    options,
  );
};
