import { Snapshot, snapshotSchemaVersion } from '../model/snapshot.ts';
import { version } from './version.ts';

export interface SnapshotProblem {
  readonly problem: string;
  /** What to do about it. */
  readonly hint: string;
}

const hint = 'save one with: lambda-net-doctor <function-name> --save-snapshot FILE';

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

type Issue = NonNullable<ReturnType<typeof Snapshot.safeParse>['error']>['issues'][number];

const wordsFor = (issue: Issue, value: unknown): string => {
  if (issue.code === 'unrecognized_keys') return `has the unknown field ${issue.keys[0] ?? ''}`;
  if (valueAt(value, issue.path) === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `is not ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
  if (issue.code === 'invalid_format') return 'is not of the form that AWS gives it';
  return 'is none of the values that it can have';
};

const schemaVersionOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;

/** What keeps the value of a JSON file from being a snapshot: the first place where it differs and how. */
export const problemOf = (value: unknown): SnapshotProblem => {
  const found = schemaVersionOf(value);
  if (typeof found !== 'number') return { problem: 'is JSON but no snapshot: schemaVersion is missing', hint };
  if (found > snapshotSchemaVersion) {
    return {
      problem: `has schemaVersion ${found}, and lambda-net-doctor ${version} reads up to ${snapshotSchemaVersion}`,
      hint: 'get the newest version: npm install --global lambda-net-doctor@latest',
    };
  }
  const issue = Snapshot.safeParse(value).error?.issues[0];
  if (issue === undefined) return { problem: 'is no snapshot', hint };
  return { problem: `is no snapshot: ${placeOf(issue.path) || 'it'} ${wordsFor(issue, value)}`, hint };
};
