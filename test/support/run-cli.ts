import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

/** The built program, as users get it. */
export const cliFile = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

export const accessKeyId = 'AKIDEXAMPLE';
/** Planted: it must never be seen in anything that the program writes. */
export const secretAccessKey = 'planted/secret/access/key/0123456789abcd';

export interface CliOptions {
  /** Set on top of the clean environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  readonly timeoutMs?: number;
  readonly cwd?: string;
  /** Another build of the program. */
  readonly program?: string;
}

export interface CliRun {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

const environment = (home: string, env: CliOptions['env'] = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: 'eu-west-1',
  ...env,
});

const run = (args: readonly string[], home: string, options: CliOptions): Promise<CliRun> => {
  const { stdin = '', timeoutMs = 60_000, cwd = home, env, program = cliFile } = options;
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { cwd, env: environment(home, env) });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  // A child that does not read its input closes the pipe early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      const ms = performance.now() - started;
      resolve({ exitCode, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString(), ms });
    });
  });
};

/** Runs the built program in a process of its own, with nothing of this process's environment but PATH. */
export const runCli = async (args: readonly string[], options: CliOptions = {}): Promise<CliRun> => {
  if (!existsSync(cliFile)) throw new Error('dist/bin.cjs is missing: npm run build');
  const home = await mkdtemp(join(tmpdir(), 'lambda-net-doctor-home-'));
  try {
    return await run(args, home, options);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};
