import { type CommandLine, invocationOf, parseCommandLine } from './cli/command-line.ts';
import type { Configuration } from './cli/configuration.ts';
import { failureOf } from './cli/failure.ts';
import { findConfig } from './cli/find-config.ts';
import type { Invocation } from './cli/invocation.ts';
import type { Io } from './cli/io.ts';
import { run } from './cli/run.ts';
import { writeReport } from './cli/streams.ts';
import { ExitCode } from './errors.ts';
import { rules } from './rules/index.ts';

const pageOf = async (invocation: Exclude<Invocation, { readonly command: 'diagnose' | 'demo' }>): Promise<string> => {
  switch (invocation.command) {
    case 'help':
      return (await import('./cli/help.ts')).helpText();
    case 'iam-policy':
      return (await import('./cli/iam-policy.ts')).iamPolicy();
    case 'rules':
      return (await import('./cli/rule-pages.ts')).ruleList(rules);
    case 'explain': {
      const { rulePage } = await import('./cli/rule-pages.ts');
      return rules
        .filter(({ id }) => id === invocation.rule)
        .map(rulePage)
        .join('');
    }
  }
};

const ruleIds = rules.map(({ id }) => id);

/** YAML is read only where there is a configuration file. */
const configurationFor = async ({ command, args }: CommandLine, io: Io): Promise<Configuration | null> => {
  const file = command === 'diagnose' ? findConfig(args, io.cwd) : null;
  return file === null ? null : (await import('./cli/config.ts')).readConfig(file, ruleIds, io.signal);
};

const invocationFor = async (argv: readonly string[], io: Io): Promise<Invocation> => {
  const line = parseCommandLine(argv, io.env);
  return invocationOf(line, ruleIds, await configurationFor(line, io));
};

const obey = async (invocation: Invocation, io: Io): Promise<ExitCode> => {
  if (invocation.command === 'diagnose') return run(invocation, io);
  if (invocation.command === 'demo') return (await import('./cli/demo.ts')).demo(invocation, io);
  await writeReport(io.stdout, [await pageOf(invocation)], io.signal);
  return ExitCode.fine;
};

/**
 * Does what a command line asks for and gives the exit code. It never throws: what goes wrong is said in a sentence on
 * stderr, and an interrupt or an error that nobody caught counts for more than whatever else was found.
 */
export const main = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  try {
    const exitCode = await obey(await invocationFor(argv, io), io);
    io.signal.throwIfAborted();
    return exitCode;
  } catch (error) {
    const { text, exitCode } = failureOf(io.signal.aborted ? io.signal.reason : error);
    io.stderr.write(text);
    return exitCode;
  }
};
