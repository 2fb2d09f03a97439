import { createReadStream } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Config, RuleLevel } from '../model/config.ts';
import type { Expectation, Ignore } from '../model/intent.ts';
import type { Question } from '../model/target.ts';
import { formats } from '../report/index.ts';
import { plainText } from '../report/plain-text.ts';
import type { Defaults } from './arguments.ts';
import { type ConfigDocument, type Position, readDocument } from './config-document.ts';
import { checkedConfig } from './config-problem.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigFile } from './find-config.ts';
import { readInput } from './input.ts';
import type { OptionName } from './option-table.ts';
import { parseTarget } from './target.ts';

/** Thousands of entries; what is larger than this is something else. */
const mostKibibytes = 512;

const hint = 'what it can hold: https://github.com/lambda-net-doctor/lambda-net-doctor/blob/main/docs/configuration.md';

/** A read configuration and what it is called. */
interface Source {
  readonly named: string;
  readonly document: ConfigDocument;
  readonly config: Config;
}

const refused = (named: string, { line, column }: Position, why: string): UserError =>
  new UserError(`${named}:${line}:${column}: ${plainText(why)}`, hint);

const utf8 = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const textOf = async ({ path, named }: ConfigFile, signal: AbortSignal): Promise<string> => {
  const shown = plainText(named);
  const bytes = await readInput(createReadStream(path), {
    named: shown,
    mostBytes: mostKibibytes * 1024,
    tooLarge: new UserError(`${shown} is larger than ${mostKibibytes} KiB and no configuration`, hint),
    signal,
  });
  const text = utf8(bytes);
  if (text === null || text.includes('\0'))
    throw new UserError(`${shown} is not text in UTF-8, so it is no configuration`, hint);
  return text;
};

const sourceOf = (text: string, named: string, ruleIds: readonly string[]): Source => {
  const document = readDocument(text);
  if ('message' in document)
    throw refused(named, document, `not ${named.endsWith('.json') ? 'JSON' : 'YAML'}: ${document.message}`);
  const config = checkedConfig(document, { rules: ruleIds, formats });
  if ('message' in config) throw refused(named, config, config.message);
  return { named, document, config };
};

/** `lambda-net-doctor.yaml:7`, where an entry is written. */
const lineOf = ({ named, document }: Source, path: readonly PropertyKey[], isKey = false): string =>
  `${named}:${(isKey ? document.positionOfKey(path) : document.positionOf(path)).line}`;

const targetOf = (text: string, named: string, position: Position): Question['target'] => {
  try {
    return parseTarget(text);
  } catch (error) {
    throw error instanceof UserError ? refused(named, position, error.message) : error;
  }
};

const questionsOf = (source: Source): readonly Question[] =>
  (source.config.targets ?? []).map((text, index) => {
    const path = ['targets', index];
    return {
      target: targetOf(text, source.named, source.document.positionOf(path)),
      origin: 'to',
      askedBecause: `asked by ${lineOf(source, path)}`,
    };
  });

const words = { required: 'required by', forbidden: 'forbidden by', any: 'asked by' } as const;

const expectationsOf = (source: Source): readonly Expectation[] =>
  (source.config.functions ?? []).flatMap(({ name, expect }, index) =>
    Object.entries(expect).map(([text, origin]) => {
      const path = ['functions', index, 'expect', text];
      const target = targetOf(text, source.named, source.document.positionOfKey(path));
      return {
        functions: name,
        question: { target, origin, askedBecause: `${words[origin]} ${lineOf(source, path, true)}` },
      };
    }),
  );

const ignoresOf = (source: Source): readonly Ignore[] =>
  (source.config.ignore ?? []).map(({ rule, function: functions, resource, reason, until }, index) => ({
    ruleId: rule,
    functions,
    resource: resource ?? null,
    reason,
    until: until ?? null,
    writtenIn: lineOf(source, ['ignore', index]),
  }));

const levelsOf = ({ config }: Source): ReadonlyMap<string, RuleLevel> =>
  new Map(Object.entries(config.rules ?? {}).flatMap(([id, level]) => (level === undefined ? [] : [[id, level]])));

const defaultsOf = ({ named, config }: Source): Defaults => {
  const said: readonly (readonly [OptionName, string | boolean | undefined])[] = [
    ['format', config.format],
    ['fail-on', config.failOn],
    ['allow-unknown', config.allowUnknown],
  ];
  return {
    values: new Map(said.flatMap(([option, value]) => (value === undefined ? [] : [[option, [String(value)]]]))),
    named: () => named,
  };
};

/** Reads a configuration file; whatever else it holds is refused in one sentence that says where and why. */
export const readConfig = async (
  file: ConfigFile,
  ruleIds: readonly string[],
  signal: AbortSignal,
): Promise<Configuration> => {
  const source = sourceOf(await textOf(file, signal), plainText(file.named), ruleIds);
  return {
    defaults: defaultsOf(source),
    questions: questionsOf(source),
    intent: {
      expectations: expectationsOf(source),
      levels: levelsOf(source),
      ignores: ignoresOf(source),
    },
  };
};
