import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readSnapshotFile } from '../../src/cli/snapshot-file.ts';
import { version } from '../../src/cli/version.ts';
import { UserError } from '../../src/errors.ts';
import { testIo } from './test-io.ts';

const healthyFile = fileURLToPath(new URL('../../fixtures/healthy.json', import.meta.url));
const healthyText = readFileSync(healthyFile, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (content: string | Buffer): string => {
  const file = join(folder, 'network.json');
  writeFileSync(file, content);
  return file;
};

const refusalOf = async (file: string): Promise<string> => {
  try {
    await readSnapshotFile(file, testIo());
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2) return error.message.replace(`${folder}/`, '');
    throw error;
  }
  throw new Error('it was read');
};

/** The healthy network with one value replaced, or dropped if it is undefined. */
const withValue = (path: readonly (string | number)[], value: unknown): string => {
  const network: unknown = JSON.parse(healthyText);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), network);
  Reflect.set(Object(parent), last, value);
  return JSON.stringify(network);
};

test('a snapshot is read as it was written', async () => {
  expect(await readSnapshotFile(healthyFile, testIo())).toEqual(JSON.parse(healthyText));
});

test('a snapshot is read from stdin', async () => {
  const snapshot = await readSnapshotFile('-', testIo({ stdin: () => Readable.from([Buffer.from(healthyText)]) }));
  expect(snapshot.region).toBe('eu-west-1');
});

test('a byte order mark does not matter', async () => {
  expect(await readSnapshotFile(written(`\ufeff${healthyText}`), testIo())).toEqual(JSON.parse(healthyText));
});

describe('a file that is no snapshot', () => {
  const items = (section: string) => ['sections', section, 'items'] as const;
  test.each([
    { what: 'empty', content: '', says: 'network.json is empty' },
    { what: 'blank', content: ' \n\t', says: 'network.json is empty' },
    { what: 'text', content: 'orders-api', says: 'network.json is not JSON, so it is no snapshot' },
    { what: 'cut off', content: healthyText.slice(0, -10), says: 'network.json is not JSON, so it is no snapshot' },
    { what: 'binary', content: Buffer.from([0, 255, 1]), says: 'network.json is not JSON, so it is no snapshot' },
    { what: 'a list', content: '[]', says: 'network.json is JSON but no snapshot: schemaVersion is missing' },
    { what: 'null', content: 'null', says: 'network.json is JSON but no snapshot: schemaVersion is missing' },
    { what: 'a word', content: '"x"', says: 'network.json is JSON but no snapshot: schemaVersion is missing' },
    { what: 'of no function', content: withValue(items('functions'), []), says: 'network.json holds no function' },
    {
      what: 'another object',
      content: '{"Vpcs":[]}',
      says: 'network.json is JSON but no snapshot: schemaVersion is missing',
    },
    {
      what: 'newer',
      content: '{"schemaVersion":2}',
      says: `network.json has schemaVersion 2, and lambda-net-doctor ${version} reads up to 1`,
    },
    {
      what: 'older than any',
      content: '{"schemaVersion":0}',
      says: 'network.json is no snapshot: schemaVersion is none of the values that it can have',
    },
    {
      what: 'without a field',
      content: withValue(['region'], undefined),
      says: 'network.json is no snapshot: region is missing',
    },
    {
      what: 'with a number for a word',
      content: withValue(['region'], 1),
      says: 'network.json is no snapshot: region is not a string',
    },
    {
      what: 'with an object for a list',
      content: withValue(items('subnets'), {}),
      says: 'network.json is no snapshot: sections.subnets.items is not an array',
    },
    {
      what: 'with an id of another kind',
      content: withValue([...items('subnets'), 1, 'id'], 'vpc-1'),
      says: 'network.json is no snapshot: sections.subnets.items[1].id is not of the form that AWS gives it',
    },
    {
      what: 'with a section of an unknown status',
      content: withValue(['sections', 'vpcs', 'status'], 'denied'),
      says: 'network.json is no snapshot: sections.vpcs.status is none of the values that it can have',
    },
    {
      what: 'with an unknown field',
      content: withValue([...items('vpcs'), 0, 'colour'], 'red'),
      says: 'network.json is no snapshot: sections.vpcs.items[0] has the unknown field colour',
    },
    {
      what: 'with values of variables',
      content: withValue([...items('functions'), 0, 'environment'], { DB_PASSWORD: 'x' }),
      says: 'network.json is no snapshot: sections.functions.items[0] has the unknown field environment',
    },
  ])('$what', async ({ content, says }) => {
    expect(await refusalOf(written(content))).toBe(says);
  });

  test('deep nesting', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(await refusalOf(written(deep))).toMatch(/^network\.json is /);
  });
});

describe('a file that cannot be read', () => {
  test('does not exist', async () => {
    expect(await refusalOf(join(folder, 'none.json'))).toBe(
      'none.json cannot be read: there is no such file or folder',
    );
  });

  test('is a folder', async () => {
    expect(await refusalOf(folder)).toBe(`${folder} cannot be read: it is a folder`);
  });

  test('has a hostile name', async () => {
    expect(await refusalOf(join(folder, 'a\u001b[31mb'))).toBe('ab cannot be read: there is no such file or folder');
  });

  test('never ends', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(16 * 1024 * 1024, 32);
      })(),
    );
    await expect(readSnapshotFile('-', testIo({ stdin: () => endless }))).rejects.toThrow(
      'stdin is larger than 256 MiB and no snapshot',
    );
  });

  test('keeps nobody waiting who interrupts', async () => {
    const stop = new AbortController();
    const silent = new Readable({ read: () => undefined });
    const reading = readSnapshotFile('-', testIo({ stdin: () => silent, signal: stop.signal }));
    stop.abort('SIGINT');
    await expect(reading).rejects.toBe('SIGINT');
  });
});
