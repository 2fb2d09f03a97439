import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { argv, resourceUsage } from 'node:process';
import { diagnose } from '../../src/diagnose.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { defaultQuestion } from '../../src/model/target.ts';
import { vantageCost } from './vantage.ts';

/** What a process of its own measures once, before anything was compiled by the JIT for its sake. */
export interface Measured {
  readonly atoms: number;
  readonly classes: number;
  /** One subnet of the first function, the first time. */
  readonly vantageMs: number;
  /** All functions with all rules. */
  readonly diagnosisMs: number;
  /** Peak resident memory of the process. */
  readonly mebibytes: number;
}

const [, , file = ''] = argv;
const snapshot: Snapshot = JSON.parse(readFileSync(file, 'utf8'));
const { atoms, classes, ms: vantageMs } = vantageCost(snapshot);
const start = performance.now();
const { functions } = snapshot.sections;
diagnose(snapshot, {
  functions: functions.status === 'collected' ? functions.items : [],
  questions: [defaultQuestion],
  allHops: false,
  rules: null,
  toolVersion: '0.0.0',
});
const diagnosisMs = performance.now() - start;
const measured: Measured = { atoms, classes, vantageMs, diagnosisMs, mebibytes: resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(measured));
