import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Variables that would slow down one side of a comparison only. */
const disturbing = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_COMPILE_CACHE', 'NODE_V8_COVERAGE'];

export const disturbingVariables = (): readonly string[] =>
  Object.keys(process.env).filter((name) => disturbing.includes(name) || name.startsWith('AWS_'));

/** An empty home, so that no configuration file of the user is read. */
export const home = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-bench-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));

/** Everything that the programs see: nothing of the user's environment but PATH. */
export const environment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: home,
  LC_ALL: 'C.UTF-8',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example/secret/access/key',
  AWS_REGION: 'eu-west-1',
  AWS_EC2_METADATA_DISABLED: 'true',
};

export interface AwsCli {
  readonly program: string;
  readonly version: string;
}

/** The AWS CLI, or null without one. What pyenv puts on PATH starts a shell first; the program behind it is meant. */
export const findAwsCli = (): AwsCli | null => {
  const behind = spawnSync('pyenv', ['which', 'aws'], { encoding: 'utf8' });
  const program = behind.status === 0 ? behind.stdout.trim() : 'aws';
  const { status, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8', env: environment });
  return status === 0 ? { program, version: (stdout || stderr).trim() } : null;
};
