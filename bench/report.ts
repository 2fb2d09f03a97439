import { cpus, loadavg } from 'node:os';
import type { Judged } from './gates.ts';
import type { Cost } from './race.ts';
import { table } from './table.ts';

const ms = (value: number | null): string => (value === null ? '-' : value.toFixed(1));
const costs = ({ wallMs, cpuMs }: Cost): readonly string[] => [ms(wallMs), ms(cpuMs)];

const rowOf = ({ subject, peer, most, result, kept }: Judged): readonly string[] => [
  subject.name,
  ...costs(result.subject),
  peer.name,
  ...costs(result.peer),
  result.ratio.toFixed(2),
  `<= ${most}`,
  kept ? 'kept' : 'MISSED',
];

const heading = ['lambda-net-doctor', 'wall ms', 'cpu ms', 'beside', 'wall ms', 'cpu ms', 'ratio', 'gate', ''];

/** Whole processes beside others. */
export const gateTable = (judged: readonly Judged[]): string =>
  `${table([heading, ...judged.map(rowOf)])}\n\nMedians of wall times, means of CPU times, medians of the ratios of paired runs.`;

export const machine = (): string =>
  `Node.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${(loadavg()[0] ?? 0).toFixed(2)}`;
