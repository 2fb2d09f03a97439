import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { live } from './live-run.ts';

const paths = [
  'fixtures/healthy.json',
  ...readdirSync('fixtures')
    .map((symptom) => join('fixtures', symptom, 'snapshot.json'))
    .filter((path) => existsSync(path)),
];

const namesIn = ({ sections: { functions } }: Snapshot): string[] =>
  functions.status === 'collected' ? functions.items.map(({ name }) => name) : [];

/** When it was read and with how many calls is the run's own. */
const withoutRun = (text: string): string =>
  text.replace(/"collectedAt": ".*"/, '"collectedAt": ""').replace(/"apiCalls": \d+/, '"apiCalls": 0');

it.each(paths)('%s is what --save-snapshot writes of such a network', async (path) => {
  const text = readFileSync(path, 'utf8');
  const snapshot = Snapshot.parse(JSON.parse(text));
  const file = join(await mkdtemp(join(tmpdir(), 'lambda-net-doctor-')), 'saved.json');
  await live(snapshot, [...namesIn(snapshot), '--save-snapshot', file]);
  expect(withoutRun(await readFile(file, 'utf8'))).toBe(withoutRun(text));
});
