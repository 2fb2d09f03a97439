import { type Config, configSchema, FunctionExpectations, type Known } from '../model/config.ts';
import { plainText } from '../report/plain-text.ts';
import type { ConfigDocument, Position } from './config-document.ts';
import { didYouMean } from './did-you-mean.ts';

/** What is wrong with a configuration, and where. */
export interface ConfigProblem extends Position {
  readonly message: string;
}

type Schema = ReturnType<typeof configSchema>;
type Issue = NonNullable<ReturnType<Schema['safeParse']>['error']>['issues'][number];

/** More words than this are no list to read. */
const mostWords = 8;

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '') || 'it';

const keysAt = (schema: Schema, [top]: readonly PropertyKey[], known: Known): readonly string[] => {
  if (top === 'rules') return known.rules;
  if (top === 'functions') return Object.keys(FunctionExpectations.shape);
  if (top === 'ignore') return Object.keys(schema.shape.ignore.unwrap().element.shape);
  return Object.keys(schema.shape);
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

const choicesOf = (words: readonly unknown[]): string =>
  words.length > mostWords ? '' : `; it can be ${words.map(String).join(', ')}`;

const notOneOf = (place: string, found: unknown, words: readonly unknown[]): string => {
  if (typeof found !== 'string') return `${place} is not one of its words${choicesOf(words)}`;
  const hint = didYouMean(found, words.map(String)) || choicesOf(words);
  return `“${found}” is not a value of ${place}${hint}`;
};

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? 'an' : 'a');

/** What JSON Schema calls an object is a list of keys and values in YAML. */
const typeWords: Readonly<Record<string, string>> = {
  array: 'list',
  object: 'mapping',
  record: 'mapping',
  string: 'text',
  boolean: 'true or false',
};

const wrongType = (place: string, expected: string): string => {
  const noun = typeWords[expected] ?? expected;
  return noun === 'true or false' || noun === 'text'
    ? `${place} is not ${noun}`
    : `${place} is not ${article(noun)} ${noun}`;
};

const messageOf = (issue: Issue, value: unknown): string => {
  const place = placeOf(issue.path);
  const found = valueAt(value, issue.path);
  if (issue.code === 'invalid_key') return `${placeOf(issue.path.slice(0, -1))} has an empty key`;
  if (found === undefined) return `${place} is missing`;
  switch (issue.code) {
    case 'invalid_value':
      return notOneOf(place, found, issue.values);
    case 'invalid_type':
      return wrongType(place, issue.expected);
    case 'too_small':
      return `${place} is empty`;
    case 'invalid_format':
      return `${place} is not a day such as 2027-03-31`;
    default:
      return `${place} is not what it can be`;
  }
};

const problemOf = (issue: Issue, document: ConfigDocument, schema: Schema, known: Known): ConfigProblem => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return {
      message: `unknown ${issue.path[0] === 'rules' ? 'rule' : 'key'} ${key}${didYouMean(key, keysAt(schema, issue.path, known))}`,
      ...document.positionOfKey([...issue.path, key]),
    };
  }
  const position = issue.code === 'invalid_key' ? document.positionOfKey(issue.path) : document.positionOf(issue.path);
  return { message: messageOf(issue, document.value), ...position };
};

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);

/** A configuration, or the first place in the file that keeps it from being one. An empty file says nothing. */
export const checkedConfig = (document: ConfigDocument, known: Known): Config | ConfigProblem => {
  const schema = configSchema(known);
  const { data, error } = schema.safeParse(document.value ?? {});
  if (error === undefined) return data;
  // A misspelt key is also missing under its right name; the misspelling is what there is to mend.
  const unknown = error.issues.filter(({ code }) => code === 'unrecognized_keys');
  const problems = (unknown.length > 0 ? unknown : error.issues).map((issue) =>
    problemOf(issue, document, schema, known),
  );
  const [first = { message: 'it is no configuration', line: 1, column: 1 }, ...others] = problems;
  const { message, line, column } = others.reduce((best, other) => (isBefore(other, best) ? other : best), first);
  return { message: plainText(message), line, column };
};
