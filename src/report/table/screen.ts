import type { Report } from '../../model/report.ts';
import { type Labels, labelsOf } from '../labels.ts';
import type { ReporterOptions } from '../reporter.ts';
import { type Paint, painter } from './paint.ts';

const narrow = 60;
const wide = 110;
const widest = 140;

/** What every part of the table report needs to know about where and how it is shown. */
export interface Screen {
  readonly width: number;
  /** `cards` below 60 columns: no grid fits. `wide` from 110 on: further columns. */
  readonly layout: 'cards' | 'standard' | 'wide';
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly paint: Paint;
  readonly labels: Labels;
}

export const screenOf = (report: Report, options: ReporterOptions): Screen => ({
  width: Math.min(Math.max(options.columns, 24), widest),
  layout: options.columns < narrow ? 'cards' : options.columns < wide ? 'standard' : 'wide',
  quiet: options.quiet,
  verbose: options.verbose,
  paint: painter(options.color),
  labels: labelsOf(report.names, options.verbose),
});
