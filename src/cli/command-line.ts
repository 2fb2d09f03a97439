import { UserError } from '../errors.ts';
import { type Arguments, parseArguments, withDefaults } from './arguments.ts';
import type { Configuration } from './configuration.ts';
import { environmentDefaults } from './environment.ts';
import type { Invocation } from './invocation.ts';
import type { Io } from './io.ts';
import { type Command, commands, optionEntries } from './option-table.ts';
import { knownRule } from './option-values.ts';
import { diagnoseOptions, reportOptions } from './options.ts';

/** A command with what the command line and the environment say about it. */
export interface CommandLine {
  readonly command: Command | 'help';
  readonly args: Arguments;
}

const commandOf = (word: string | undefined): Command => commands.find((command) => command === word) ?? 'diagnose';

const refuseMeaningless = (args: Arguments, command: Command): void => {
  const meaningless = args.given.find((option) => !optionEntries.get(option)?.commands.includes(command));
  if (meaningless !== undefined) {
    throw new UserError(`--${meaningless} means nothing to ${command}`, 'see: lambda-net-doctor --help');
  }
};

const atMostOneWord = (command: Command, words: readonly string[]): string | null => {
  const [word, second] = words;
  if (second !== undefined) throw new UserError(`${command} takes one word`, 'see: lambda-net-doctor --help');
  return word ?? null;
};

const noWord = (command: Command, words: readonly string[]): void => {
  if (words.length > 0) throw new UserError(`${command} takes no further word`, 'see: lambda-net-doctor --help');
};

/**
 * Reads a command line. The first word may be a command; a function of that name is asked for by its ARN.
 * `--help` wins over whatever stands beside it.
 */
export const parseCommandLine = (argv: readonly string[], env: Io['env']): CommandLine => {
  const args = parseArguments(argv);
  if (args.isOn('help')) return { command: 'help', args };
  const command = commandOf(args.words[0]);
  refuseMeaningless(args, command);
  return command === 'diagnose' || command === 'demo'
    ? { command, args: withDefaults(args, environmentDefaults(env)) }
    : { command, args };
};

/** What is to be done; a configuration file has a say in diagnoses alone. */
export const invocationOf = (
  { command, args }: CommandLine,
  ruleIds: readonly string[],
  configuration: Configuration | null,
): Invocation => {
  const words = args.words.slice(1);
  switch (command) {
    case 'diagnose':
      return { command, ...diagnoseOptions(args, ruleIds, configuration) };
    case 'demo':
      return { command, case: atMostOneWord(command, words), report: reportOptions(args, ruleIds, null) };
    case 'explain': {
      const rule = atMostOneWord(command, words);
      if (rule === null) throw new UserError('explain needs the id of a rule', 'list them: lambda-net-doctor rules');
      return { command, rule: knownRule(rule, ruleIds) };
    }
    case 'rules':
    case 'iam-policy':
      noWord(command, words);
      return { command };
    case 'help':
      return { command };
  }
};
