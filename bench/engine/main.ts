import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environment, home } from '../environment.ts';
import { doctor, judge, node } from '../gates.ts';
import { median } from '../race.ts';
import { gateTable, machine } from '../report.ts';
import { table } from '../table.ts';
import { accountOf, placementsOf, type Size } from './account.ts';
import type { Measured } from './measure.ts';
import { defaultQuotas, largestQuotas, networkOf, type Quotas } from './network.ts';

/**
 * Measures what the engine costs: one subnet in networks at AWS's quotas, accounts that grow, and many functions on few
 * placements as a whole process beside one that only parses the same file. Ends with 1 if a gate is missed. It needs a
 * machine that does nothing else at the time.
 */
const write = (name: string, text: string): string => {
  const file = join(home, `${name}.json`);
  writeFileSync(file, text);
  return file;
};

const measureOnce = (file: string): Measured => {
  const program = resolve(import.meta.dirname, 'measure.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, file], {
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

/** Medians over processes, each of which starts cold. */
const measure = (file: string): Measured => {
  const runs = Array.from({ length: 9 }, () => measureOnce(file));
  const middle = (field: keyof Measured): number => median(runs.map((run) => run[field]));
  return {
    atoms: middle('atoms'),
    classes: middle('classes'),
    vantageMs: middle('vantageMs'),
    diagnosisMs: middle('diagnosisMs'),
    mebibytes: middle('mebibytes'),
  };
};

const quotaRow = (name: string, quotas: Quotas, most: number) => {
  const { atoms, classes, vantageMs } = measure(write(name, JSON.stringify(networkOf(quotas).snapshot())));
  const kept = vantageMs < most;
  return { kept, row: [name, `${atoms}`, `${classes}`, vantageMs.toFixed(1), `< ${most}`, kept ? 'kept' : 'MISSED'] };
};

const growthRow = (vpcs: number, groups: number): readonly string[] => {
  const size: Size = { functions: vpcs * groups, vpcs, groups, subnets: 1 };
  const { atoms, classes, diagnosisMs, mebibytes } = measure(write('growth', accountOf(size)));
  const each = diagnosisMs / placementsOf(size);
  return [placementsOf(size), atoms, classes, diagnosisMs.toFixed(1), each.toFixed(2), mebibytes.toFixed(0)].map(
    String,
  );
};

const manyFunctions = (functions: number): string =>
  write(`functions-${functions}`, accountOf({ functions, vpcs: 20, groups: 5, subnets: 3 }));

const beside = (file: string, name: string) =>
  judge(
    {
      subject: doctor(`${name}, --format json`, '--snapshot', file, '--format', 'json'),
      peer: node('JSON.parse of the file', '-e', `JSON.parse(require('fs').readFileSync('${file}', 'utf8'))`),
      most: 5,
    },
    11,
  );

console.log(`${machine()}\n`);

const quotas = [quotaRow('default quotas', defaultQuotas, 20), quotaRow('largest legal network', largestQuotas, 100)];
console.log(table([['one subnet, cold', 'atoms', 'classes', 'ms', 'gate', ''], ...quotas.map(({ row }) => row)]));

const growth = [growthRow(1, 1), growthRow(5, 2), growthRow(20, 5), growthRow(100, 10)];
console.log(`\n${table([['placements', 'atoms', 'classes', 'ms', 'ms each', 'MiB'], ...growth])}\n`);

const whole = beside(manyFunctions(10_000), '10,000 functions on 300 placements');
console.log(gateTable([whole]));

/** Far enough apart that what a process takes one time more than another does not decide. */
const steps = [10_000, 40_000, 70_000] as const;
const [few, some, many] = steps.map((functions) => measure(manyFunctions(functions)).diagnosisMs);
const each = (fewer = 0, more = 0): number => ((more - fewer) / (steps[1] - steps[0])) * 1000;
const growthRatio = each(some, many) / each(few, some);
const constant = growthRatio <= 1.5;
console.log(
  `\nA further function on a known placement: ${each(few, some).toFixed(1)} µs from 10,000 to 40,000, ${each(some, many).toFixed(1)} µs from 40,000 to 70,000: ratio ${growthRatio.toFixed(2)}, gate <= 1.5, ${constant ? 'kept' : 'MISSED'}.`,
);
process.exitCode = whole.kept && constant && quotas.every(({ kept }) => kept) ? 0 : 1;
