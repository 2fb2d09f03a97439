import { version } from './version.ts';

/** What is said before anything else is loaded. */
export interface AtOnce {
  readonly text: string;
  readonly exitCode: number;
}

const oldest = { major: 20, minor: 19 };

const isTooOld = (nodeVersion: string): boolean => {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  return major < oldest.major || (major === oldest.major && minor < oldest.minor);
};

/**
 * The answer that needs nothing but this file, or null: `--version`, and the refusal of a Node.js that could not load
 * the rest. The build turns this part into syntax that old versions of Node.js read.
 */
export const answerAtOnce = (argv: readonly string[], nodeVersion: string): AtOnce | null => {
  if (isTooOld(nodeVersion)) {
    const needed = `${oldest.major}.${oldest.minor}`;
    return {
      text: `error lambda-net-doctor needs Node.js ${needed} or newer, and this is Node.js ${nodeVersion}\n  get a newer one: https://nodejs.org/en/download\n`,
      exitCode: 2,
    };
  }
  return argv.includes('--version') ? { text: `${version}\n`, exitCode: 0 } : null;
};
