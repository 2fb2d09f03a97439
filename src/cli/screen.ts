import type { ReporterOptions } from '../report/reporter.ts';
import type { ColorChoice, ReportOptions } from './invocation.ts';
import type { Io, Screen } from './io.ts';

/** Width of what is written to something that is not a terminal. */
const pageColumns = 100;

const isOff = (value: string): boolean => value === '0' || value === 'false';

/**
 * Whether escape sequences may be written. FORCE_COLOR wins over NO_COLOR, as in Node.js itself; an empty variable
 * says nothing. https://no-color.org
 */
export const wantsColor = (choice: ColorChoice, env: Io['env'], isTerminal: boolean): boolean => {
  if (choice !== 'auto') return choice === 'always';
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return !isOff(forced);
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
};

const columnsOf = (stdout: Screen, env: Io['env']): number => {
  if (stdout.isTTY && stdout.columns) return stdout.columns;
  const asked = Number(env['COLUMNS']);
  return Number.isInteger(asked) && asked > 0 ? asked : pageColumns;
};

/** How the report on stdout looks. */
export const forScreen = (options: ReportOptions, io: Io): ReporterOptions => ({
  color: wantsColor(options.color, io.env, io.stdout.isTTY === true),
  columns: columnsOf(io.stdout, io.env),
  quiet: options.quiet,
  verbose: options.verbose,
});

/** How a report in a file looks: the same on every machine. */
export const forFile = (options: ReportOptions): ReporterOptions => ({
  color: false,
  columns: pageColumns,
  quiet: options.quiet,
  verbose: options.verbose,
});
