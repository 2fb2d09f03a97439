import type { Report } from '../model/report.ts';
import { type Format, loadReporter } from '../report/index.ts';
import type { ReporterOptions } from '../report/reporter.ts';
import type { ReportOptions } from './invocation.ts';
import type { Io } from './io.ts';
import { writeOutputFile } from './output-file.ts';
import { forFile, forScreen } from './screen.ts';
import { writeReport } from './streams.ts';

const render = async (format: Format, report: Report, options: ReporterOptions): Promise<readonly string[]> =>
  (await loadReporter(format))(report, options);

/**
 * Writes a report to stdout and to every file of `--output`, formats that are left out excepted. All are rendered
 * before the first is written.
 */
export const publish = async (
  report: Report,
  options: ReportOptions,
  io: Io,
  leftOut: readonly Format[] = [],
): Promise<void> => {
  const screen = leftOut.includes(options.format) ? [] : await render(options.format, report, forScreen(options, io));
  const outputs = options.outputs.filter(({ format }) => !leftOut.includes(format));
  const files = await Promise.all(
    outputs.map(async ({ format, file }) => ({ file, text: await render(format, report, forFile(options)) })),
  );
  io.signal.throwIfAborted();
  await writeReport(io.stdout, screen, io.signal);
  for (const { file, text } of files) await writeOutputFile(file, text, { signal: io.signal });
};
