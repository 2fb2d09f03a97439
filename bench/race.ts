import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** A whole process to be timed, from its start to its end. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** How it must end, so that a failure is never taken for a fast run. */
  readonly exitCode: number;
}

/** Medians over the rounds; CPU time of user and system, null where the system does not tell it. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number | null;
}

export interface Result {
  readonly subject: Cost;
  readonly peer: Cost;
  /** Median of the ratios of the two wall times of each round. */
  readonly ratio: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

const ticksPerSecond = 100;

/**
 * CPU time of all children that have ended, which Linux tells in ticks of 10 ms; the mean over the rounds is finer.
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
const childrenCpuMs = (): number | null => {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [user = 0, system = 0] = fields.slice(13, 15);
    return ((user + system) * 1000) / ticksPerSecond;
  } catch {
    return null;
  }
};

/** Wall time in ms. */
export const runOnce = ({ name, program, args, exitCode }: Command, env: NodeJS.ProcessEnv): number => {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const wallMs = performance.now() - start;
  if (error) throw error;
  if (status !== exitCode) throw new Error(`${name} ended with ${status}, not with ${exitCode}\n${stderr}`);
  return wallMs;
};

const timed = (
  command: Command,
  env: NodeJS.ProcessEnv,
): { readonly wallMs: number; readonly cpuMs: number | null } => {
  const before = childrenCpuMs();
  const wallMs = runOnce(command, env);
  const after = childrenCpuMs();
  return { wallMs, cpuMs: before === null || after === null ? null : after - before };
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const costOf = (runs: readonly { readonly wallMs: number; readonly cpuMs: number | null }[]): Cost => {
  const cpu = runs.flatMap(({ cpuMs }) => cpuMs ?? []);
  return { wallMs: median(runs.map(({ wallMs }) => wallMs)), cpuMs: cpu.length === runs.length ? mean(cpu) : null };
};

/**
 * Runs two programs turn by turn, so that whatever else the machine does meets both alike, after one run of each that
 * does not count.
 */
export const race = (subject: Command, peer: Command, env: NodeJS.ProcessEnv, rounds: number): Result => {
  for (const command of [subject, peer]) runOnce(command, env);
  const runs = Array.from({ length: rounds }, () => ({ subject: timed(subject, env), peer: timed(peer, env) }));
  return {
    subject: costOf(runs.map((run) => run.subject)),
    peer: costOf(runs.map((run) => run.peer)),
    ratio: median(runs.map((run) => run.subject.wallMs / run.peer.wallMs)),
  };
};
