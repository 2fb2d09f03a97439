import type { Report } from '../../src/model/report.ts';
import type { Reporter, ReporterOptions } from '../../src/report/reporter.ts';

/** What a reporter writes, put together. */
export const whole =
  (reporter: Reporter) =>
  (report: Report, options: ReporterOptions): string =>
    reporter(report, options).join('');
