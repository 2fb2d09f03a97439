import { lstatSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { plainText } from '../report/plain-text.ts';
import type { Arguments } from './arguments.ts';

/** Names of the configuration file. */
export const configNames = ['lambda-net-doctor.yaml', 'lambda-net-doctor.yml', 'lambda-net-doctor.json'] as const;

/** A configuration file that is to be read. */
export interface ConfigFile {
  readonly path: string;
  /** As messages and reports name it. */
  readonly named: string;
}

/** What may not be looked at counts as absent; a link that leads nowhere is there, and reading it says so. */
const exists = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};

const foundIn = (folder: string, from: string): ConfigFile | null => {
  const [path, second] = configNames.map((name) => join(folder, name)).filter(exists);
  if (path === undefined) return null;
  const named = (file: string): string => relative(from, file);
  if (second !== undefined) {
    throw new UserError(
      `two configuration files stand side by side: ${plainText(named(path))} and ${plainText(named(second))}`,
      'keep one of them, or name one with --config FILE',
    );
  }
  return { path, named: named(path) };
};

/** From the working directory upwards; the search ends at the root of a repository. */
const searched = (from: string): ConfigFile | null => {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = foundIn(folder, from);
    if (found !== null || exists(join(folder, '.git')) || folder === dirname(folder)) return found;
  }
};

const workingDirectory = (cwd: () => string): string | null => {
  try {
    return cwd();
  } catch {
    return null;
  }
};

const saysOff = (args: Arguments): boolean => {
  if (args.given.includes('config') && args.given.includes('no-config'))
    throw new UserError('--config and --no-config say the opposite', 'leave one of them out');
  return !args.given.includes('config') && args.isOn('no-config');
};

/** The configuration file of a run: the one that is named, else the nearest; null if there is none. */
export const findConfig = (args: Arguments, cwd: () => string): ConfigFile | null => {
  if (saysOff(args)) return null;
  const from = workingDirectory(cwd);
  const file = args.one('config');
  if (file !== null) return { path: from === null ? file : resolve(from, file), named: file };
  return from === null ? null : searched(from);
};
