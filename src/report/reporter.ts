import type { Report } from '../model/report.ts';

export interface ReporterOptions {
  /** Whether escape sequences for colour may be written. */
  readonly color: boolean;
  /** Width of the screen in columns. */
  readonly columns: number;
  /** Leave out notes and passing paths. */
  readonly quiet: boolean;
  /** Show all hops and full ids. */
  readonly verbose: boolean;
}

/**
 * Turns a report into text that ends with a newline, in pieces that make up the whole: the report about an account is
 * too large to be put together for nothing. Pure: the same report and options give the same text.
 */
export type Reporter = (report: Report, options: ReporterOptions) => readonly string[];
