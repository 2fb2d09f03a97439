import { cpus, loadavg } from 'node:os';
import { disturbingVariables, findAwsCli } from './environment.ts';
import { awsCliGate, callsOfARun, type Judged, latencyGate, offlineGates } from './gates.ts';
import type { Cost } from './race.ts';

/**
 * Measures what the built program costs as a whole process beside others in the same run, and ends with 1 if a gate is
 * missed. It needs a machine that does nothing else at the time.
 */
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

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const awsCli = findAwsCli();
const disturbing = disturbingVariables();
const load = loadavg()[0] ?? 0;
console.log(`Node.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(2)}`);
console.log(`AWS CLI: ${awsCli?.version ?? 'absent, so the gate beside it is not measured'}`);
if (disturbing.length > 0) console.log(`Not passed on: ${disturbing.join(', ')}`);

const log = await callsOfARun();
const levels = Math.max(...log.requests.map(({ level }) => level));
const calls = `${log.requests.length} calls, ${levels} dependent levels, ${log.sockets} sockets`;
console.log(`A live run about one function: ${calls}\n`);

const judged = [...offlineGates(), ...(awsCli === null ? [] : [await awsCliGate(awsCli)]), await latencyGate(log)];
console.log(table([heading, ...judged.map(rowOf)]));
console.log('\nMedians of wall times, means of CPU times, medians of the ratios of paired runs.');
process.exitCode = judged.every(({ kept }) => kept) ? 0 : 1;
