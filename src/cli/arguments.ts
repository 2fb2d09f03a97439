import { Parser } from 'yargs/helpers';
import { UserError } from '../errors.ts';
import { plainText } from '../report/plain-text.ts';
import { similar, suggestion } from './did-you-mean.ts';
import { type OptionName, optionEntries } from './option-table.ts';

/** A command line taken apart: words that are no options, and what was given to each option. */
export interface Arguments {
  readonly words: readonly string[];
  /** Whether anything was said about an option, here or in another place that was looked in. */
  says(option: OptionName): boolean;
  /** How an option was given, for what is said about its value: `--format`. */
  named(option: OptionName): string;
  isOn(option: OptionName): boolean;
  one(option: OptionName): string | null;
  all(option: OptionName): readonly string[];
  /** The options of the command line itself. */
  readonly given: readonly string[];
}

/** What options are where the command line does not say it: values by option, `true` or `false` for a switch. */
export interface Defaults {
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
  /** How such an option was given: `LAMBDA_NET_DOCTOR_FORMAT`. */
  named(option: OptionName): string;
}

/** The same arguments with another place to look in for what they do not say. */
export const withDefaults = (args: Arguments, { values, named }: Defaults): Arguments => {
  const valuesOf = (option: OptionName) => (args.says(option) ? undefined : values.get(option));
  return {
    ...args,
    says: (option) => args.says(option) || values.has(option),
    named: (option) => (valuesOf(option) === undefined ? args.named(option) : named(option)),
    isOn: (option) => valuesOf(option)?.includes('true') ?? args.isOn(option),
    all: (option) => valuesOf(option) ?? args.all(option),
    one: (option) => valuesOf(option)?.[0] ?? args.one(option),
  };
};

const helpHint = 'see: lambda-net-doctor --help';
const optionNames = [...optionEntries.keys()];
const longOption = /^--([^=]+)(=?)/;

const similarOptions = (typed: string): readonly string[] =>
  typed.length === 1 ? optionNames.filter((option) => option.startsWith(typed)) : similar(typed, optionNames);

const unknownOption = (token: string): UserError => {
  const name = token.replace(/=.*$/s, '');
  const meant = similarOptions(name.replace(/^-+/, '')).map((option) => `--${option}`);
  return new UserError(`unknown option ${plainText(name)}${suggestion(meant)}`, helpHint);
};

const waitsForValue = (token = ''): boolean =>
  token.startsWith('--') && (optionEntries.get(token.slice(2))?.value ?? null) !== null;

/**
 * One token as the parser takes it in our sense. A value never begins with a dash (`--profile=-x` does), so that a
 * forgotten value is seen as such; a dash alone is the value of the option before it.
 */
const checkedToken = (token: string, index: number, all: readonly string[]): readonly string[] => {
  if (token === '-') return waitsForValue(all[index - 1]) ? [] : [token];
  if (!token.startsWith('-')) return [token];
  const [, name = '', equals] = longOption.exec(token) ?? [];
  const entry = optionEntries.get(name);
  if (entry === undefined) throw unknownOption(token);
  if (entry.value !== null) return [equals === '' && all[index + 1] === '-' ? `${token}=-` : token];
  if (equals === '=') throw new UserError(`--${name} takes no value`, helpHint);
  // The parser would take a function called "true" for the value of a switch before it.
  return [`${token}=true`];
};

const checkedTokens = (argv: readonly string[]): readonly string[] => {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return [...argv.slice(0, end).flatMap(checkedToken), ...argv.slice(end)];
};

const parsed = (tokens: readonly string[]) => {
  const [switches, valued] = [true, false].map((isSwitch) =>
    optionNames.filter((name) => (optionEntries.get(name)?.value === null) === isSwitch),
  );
  const { argv, error } = Parser.detailed([...tokens], {
    boolean: switches ?? [],
    string: valued ?? [],
    configuration: {
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
    },
  });
  if (error !== null) throw error;
  return argv;
};

/** Takes a command line apart; options may stand before or after words, and `--` ends the options. */
export const parseArguments = (argv: readonly string[]): Arguments => {
  const tokens = checkedTokens(argv);
  const { _: words, ...values } = parsed(tokens);
  const all = (option: OptionName): readonly string[] => {
    const value = values[option];
    const given = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
    if (given.includes('')) throw new UserError(`--${option} needs a value`, helpHint);
    return given;
  };
  return {
    words: words.map(String),
    says: (option) => values[option] !== undefined,
    named: (option) => `--${option}`,
    given: optionNames.filter((option) => values[option] !== undefined),
    isOn: (option) => values[option] === true,
    all,
    one: (option) => {
      const [first, second] = all(option);
      if (second !== undefined) throw new UserError(`--${option} is given twice`, 'give it once');
      return first ?? null;
    },
  };
};
