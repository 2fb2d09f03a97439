import { functionTexts } from './function-texts.ts';
import { printable } from './json-text.ts';
import type { Reporter } from './reporter.ts';

/** Every field of JSON report version 1, in the order in which it is written wherever it occurs. */
const fields = [
  'schemaVersion',
  'tool',
  'name',
  'version',
  'collectedAt',
  'account',
  'region',
  'functions',
  'arn',
  'qualifier',
  'vpcId',
  'ruleId',
  'severity',
  'message',
  'hop',
  'resource',
  'destination',
  'subnetId',
  'availabilityZone',
  'availabilityZoneId',
  'subnetIds',
  'securityGroupIds',
  'targets',
  'target',
  'cidrs',
  'verdict',
  'share',
  'hops',
  'note',
  'witnesses',
  'outcome',
  'from',
  'fromPort',
  'natPort',
  'to',
  'toPort',
  'stoppedBy',
  'because',
  'askedBecause',
  'expected',
  'answers',
  'subnets',
  'exceptions',
  'findings',
  'ignored',
  'finding',
  'skipped',
  'missing',
  'evidence',
  'also',
  'fix',
  'text',
  'commands',
  'actor',
  'helpUrl',
  'fingerprint',
  'unavailable',
  'action',
  'reason',
  'until',
  'ignoredBy',
  'summary',
  'errors',
  'warnings',
  'notes',
  'unknown',
  'apiCalls',
] as const;

const places: ReadonlyMap<string, number> = new Map(fields.map((field, place) => [field, place]));

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: object): value is Fields => !Array.isArray(value);

const isList = (value: object): value is readonly unknown[] => Array.isArray(value);

const isRecordInPlace = (record: Fields, known: Set<unknown>): boolean => {
  let last = -1;
  for (const name of Object.keys(record)) {
    const place = places.get(name) ?? -1;
    if (place <= last || !isInPlace(record[name], known)) return false;
    last = place;
  }
  return true;
};

/** Whether a value has the contract's fields alone and in its order; lists that were met before are `known`. */
const isInPlace = (value: unknown, known: Set<unknown>): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (isRecord(value)) return isRecordInPlace(value, known);
  if (!isList(value) || value.length === 0 || known.has(value)) return true;
  known.add(value);
  return value.every((part) => isInPlace(part, known));
};

/** Only the fields above are written and in that order, which takes several times as long where a value is not so. */
const written = (value: object): string =>
  printable(JSON.stringify(value, isInPlace(value, new Set()) ? null : [...fields], 2));

const indented = (text: string): string => `    ${text.replaceAll('\n', '\n    ')}`;

/** JSON report version 1: the document and nothing else, the same bytes for the same report. */
export const json: Reporter = ({ document }) => {
  const { functions } = document;
  const texts = functionTexts(functions, (report) => indented(written(report)));
  const key = '"functions": ';
  const [before = '', behind = ''] = written({ ...document, functions: [] }).split(`${key}[]`);
  if (texts.length === 0) return [before, key, '[]', behind, '\n'];
  return [before, key, '[\n'].concat(texts, ['\n  ]', behind, '\n']);
};
