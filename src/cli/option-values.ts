import { UserError } from '../errors.ts';
import type { Question } from '../model/target.ts';
import { formats } from '../report/index.ts';
import { plainText } from '../report/plain-text.ts';
import { didYouMean } from './did-you-mean.ts';
import type { OutputFile } from './invocation.ts';

const list = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The one of the words that was given. */
export const choice = <const Word extends string>(option: string, given: string, words: readonly Word[]): Word => {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new UserError(
    `“${plainText(given)}” is not a value of --${option}${didYouMean(given, words)}`,
    `--${option} takes ${list(words)}`,
  );
};

/** The question that `--to` asks. */
export const question = (target: string): Question => {
  if (target !== 'internet' && target !== 'internet6') {
    throw new UserError(
      `--to ${plainText(target)} is not supported yet: internet and internet6 are the targets of this version`,
    );
  }
  return { target: { kind: target }, origin: 'to', askedBecause: 'asked with --to' };
};

const outputFile = (given: string): OutputFile => {
  const [, format = '', file = ''] = /^([^=]*)=(.*)$/s.exec(given) ?? [];
  if (file === '' || file === '-') {
    throw new UserError(
      `--output ${plainText(given)} names no file`,
      'write it as F=FILE, for example --output json=report.json; stdout gets what --format says',
    );
  }
  return { format: choice('output', format, formats), file };
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
