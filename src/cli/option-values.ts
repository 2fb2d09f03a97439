import { UserError } from '../errors.ts';
import { type Question, type Target, targetName } from '../model/target.ts';
import { formats } from '../report/index.ts';
import { plainText } from '../report/plain-text.ts';
import type { Arguments } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import type { OutputFile } from './invocation.ts';
import type { OptionName } from './option-table.ts';
import { parseTarget } from './target.ts';

const list = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The one of the words that is meant. */
const oneOf = <const Word extends string>(named: string, given: string, words: readonly Word[]): Word => {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new UserError(
    `“${plainText(given)}” is not a value of ${named}${didYouMean(given, words)}`,
    `${named} takes ${list(words)}`,
  );
};

/** The one of the words that an option was given; null if it was given none. */
export const choice = <const Word extends string>(
  args: Arguments,
  option: OptionName,
  words: readonly Word[],
): Word | null => {
  const given = args.one(option);
  return given === null ? null : oneOf(args.named(option), given, words);
};

const targetOf = (text: string, named: string): Target => {
  try {
    return parseTarget(text);
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${named} ${error.message}`, error.hint) : error;
  }
};

/** The questions that `--to` asks, each target once. */
export const questions = (args: Arguments): readonly Question[] =>
  [...new Set(args.all('to'))].map((target) => ({
    target: targetOf(target, args.named('to')),
    origin: 'to',
    askedBecause: `asked with ${args.named('to')}`,
  }));

/** Refuses a host name whose addresses nobody will ask for: nothing could be said about it. */
export const resolvable = (questions: readonly Question[], resolve: boolean): void => {
  const host = questions.find(({ target }) => target.kind === 'host' && target.service === undefined)?.target;
  if (host === undefined || resolve) return;
  throw new UserError(
    `--to ${plainText(targetName(host))}: its addresses are not known, and names are not resolved unless you say so`,
    'add --resolve, which asks DNS from this machine, or name an address, as in 10.0.40.7:5432',
  );
};

const outputFile = (given: string): OutputFile => {
  const [, format = '', file = ''] = /^([^=]*)=(.*)$/s.exec(given) ?? [];
  if (file === '' || file === '-') {
    throw new UserError(
      `--output ${plainText(given)} names no file`,
      'write it as F=FILE, for example --output json=report.json; stdout gets what --format says',
    );
  }
  return { format: oneOf('--output', format, formats), file };
};

/** All reports that `--output` asks for, each with a file of its own. */
export const outputFiles = (given: readonly string[]): readonly OutputFile[] => {
  const outputs = given.map(outputFile);
  const twice = outputs.find(({ file }, index) => outputs.findIndex((other) => other.file === file) !== index);
  if (twice !== undefined) {
    throw new UserError(`two reports cannot go into one file: ${plainText(twice.file)}`, 'give each its own file');
  }
  return outputs;
};

/** Refuses to write a report over the snapshot of the same run. */
export const apart = (snapshotFile: string | null, outputs: readonly OutputFile[]): void => {
  if (snapshotFile === null || outputs.every(({ file }) => file !== snapshotFile)) return;
  const named = plainText(snapshotFile);
  throw new UserError(`a report and the snapshot cannot go into one file: ${named}`, 'give each its own file');
};

/** The id itself if there is a rule of that name. */
export const knownRule = (id: string, ruleIds: readonly string[]): string => {
  if (ruleIds.includes(id)) return id;
  throw new UserError(`unknown rule ${plainText(id)}${didYouMean(id, ruleIds)}`, 'list them: lambda-net-doctor rules');
};

/** A region's name becomes part of a host name. */
export const region = (given: string): string => {
  if (/^[a-z0-9-]{1,63}$/.test(given)) return given;
  throw new UserError(`“${plainText(given)}” is not the name of a region`, 'for example --region eu-west-1');
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html, parameter Qualifier */
export const qualifier = (given: string): string => {
  if (/^[A-Za-z0-9$_-]{1,128}$/.test(given)) return given;
  throw new UserError(
    `“${plainText(given)}” is not a version or an alias`,
    'for example --qualifier 3 or --qualifier live',
  );
};

export const roleArn = (given: string): string => {
  if (/^arn:[a-z0-9-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(given)) return given;
  throw new UserError(
    `“${plainText(given)}” is not the ARN of a role`,
    'for example --role-arn arn:aws:iam::123456789012:role/network-reader',
  );
};

export const endpointUrl = (given: string): string => {
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) return given;
  throw new UserError('the value of --endpoint-url is not a URL', 'for example --endpoint-url http://localhost:4566');
};
