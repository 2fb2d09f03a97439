import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A program and its first arguments. */
export type Command = readonly [program: string, ...first: readonly string[]];

type Environment = Readonly<Record<string, string | undefined>>;

const requirementsFile = fileURLToPath(new URL('requirements.txt', import.meta.url));
const requirements = readFileSync(requirementsFile, 'utf8');

/** The version of moto that these tests were written against. */
export const pinnedVersion = /^moto\[[^\]]*\]==(\S+)$/m.exec(requirements)?.[1] ?? '';

const run = promisify(execFile);

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Python that runs a script which pip, pipx or uv installed: the first line of the script names it. */
const interpreterOf = (script: string): string | null =>
  /^#!(\S*python\S*)$/m.exec(readFileSync(script, 'utf8').split('\n', 1)[0] ?? '')?.[1] ?? null;

const motoVersion = async (python: string): Promise<string | null> => {
  const code = 'from importlib.metadata import version; print(version("moto"))';
  return run(python, ['-c', code]).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
};

/** `moto_server` of PATH if it is of the pinned version; it cannot be asked itself, so its Python is. */
export const motoOnPath = async ({ PATH = '' }: Environment): Promise<Command | null> => {
  const script = PATH.split(delimiter)
    .map((folder) => join(folder, 'moto_server'))
    .find(isExecutable);
  const python = script === undefined ? null : interpreterOf(script);
  if (script === undefined || python === null) return null;
  return (await motoVersion(python)) === pinnedVersion ? [script] : null;
};

const cacheFolder = ({ XDG_CACHE_HOME }: Environment): string =>
  join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'lambda-net-doctor');

/**
 * `moto_server` from a virtual environment that is made once for each content of requirements.txt and each Python. It
 * is made beside its place and then moved there, so that an interrupted installation is never taken for a whole one.
 */
export const motoFromVirtualEnvironment = async (env: Environment): Promise<Command> => {
  const { stdout } = await run('python3', ['-c', 'import sys; print(sys.version, sys.base_prefix)']);
  const key = createHash('sha256').update(requirements).update(stdout).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(env), `moto-${key}`);
  const command: Command = [join(folder, 'bin', 'python'), '-m', 'moto.server'];
  if (existsSync(folder)) return command;
  mkdirSync(cacheFolder(env), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    await run('python3', ['-m', 'venv', unfinished]);
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
    await run(join(unfinished, 'bin', 'python'), [...install, '--requirement', requirementsFile]);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return command;
};

/** How moto is started here. It rejects where it cannot be had. */
export const motoCommand = async (env: Environment, always: 'virtual environment' | null): Promise<Command> =>
  (always === null ? await motoOnPath(env) : null) ?? (await motoFromVirtualEnvironment(env));
