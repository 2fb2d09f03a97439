import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { healthy, network } from '../support/network.ts';
import { runCli } from '../support/run-cli.ts';
import { documentOf, live, verdictsOf } from './live-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-live-'));
afterAll(() => rmSync(folder, { recursive: true }));

const aliased = network((n) => {
  n.all.functions.push({ ...n.function(), qualifier: 'live', version: '3' });
});

describe('a healthy network', () => {
  it.each([
    ['a name', ['orders-api'], null],
    ['a name with a qualifier', ['orders-api:live'], 'live'],
    ['a name and --qualifier', ['orders-api', '--qualifier', 'live'], 'live'],
    ['a partial ARN', ['123456789012:function:orders-api'], null],
    ['an ARN', ['arn:aws:lambda:eu-west-1:123456789012:function:orders-api'], null],
    ['an ARN with a qualifier', ['arn:aws:lambda:eu-west-1:123456789012:function:orders-api:live'], 'live'],
  ])('is found to work by %s', async (_, words, qualifier) => {
    const run = await live(aliased, [...words, '--format', 'json']);
    expect(run).toMatchObject({ exitCode: 0, signal: null, stderr: '' });
    const document = documentOf(run);
    expect(document.functions).toMatchObject([{ name: 'orders-api', qualifier, findings: [], skipped: [] }]);
    expect(verdictsOf(document)?.answer).toBe('reachable');
    expect(document.unavailable).toEqual([]);
    expect(document.summary.apiCalls).toBe(run.requests.length);
  });

  it('takes the Region of an ARN although another one is set', async () => {
    const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders-api';
    const run = await live(healthy, [arn, '--format', 'json'], { env: { AWS_REGION: 'us-east-1' } });
    expect(run.exitCode).toBe(0);
    expect(new Set(run.requests.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
  });

  it('is read through a role when one is named', async () => {
    const role = ['--role-arn', 'arn:aws:iam::123456789012:role/auditor'];
    const run = await live(healthy, ['orders-api', '--format', 'json', ...role]);
    expect(run.exitCode).toBe(0);
    expect(run.requests.filter(({ action }) => action === 'AssumeRole')).toHaveLength(1);
  });
});

describe('a snapshot saved from AWS', () => {
  const networks = {
    healthy,
    'public subnet in one zone': network((n) => {
      n.route('private-b').target = { kind: 'internet-gateway', id: n.internetGateway().id };
    }),
  };

  for (const [name, snapshot] of Object.entries(networks)) {
    it.each(['table', 'json', 'sarif'])(`gives the report of the run that saved it: ${name}, %s`, async (format) => {
      const file = join(folder, `${name}-${format}.json`);
      const asked = ['orders-api', '--format', format];
      const first = await live(snapshot, [...asked, '--save-snapshot', file]);
      const second = await runCli([...asked, '--snapshot', file]);
      expect(second.stdout).toBe(first.stdout);
      expect(second.exitCode).toBe(first.exitCode);
      expect(first.stdout).not.toBe('');
    });

    it(`holds the facts of the account: ${name}`, async () => {
      const file = join(folder, `${name}.json`);
      await live(snapshot, ['orders-api', '--save-snapshot', file]);
      const saved = Snapshot.parse(JSON.parse(readFileSync(file, 'utf8')));
      const { collectedAt: _, apiCalls: __, sections, ...rest } = saved;
      const { collectedAt: ___, apiCalls: ____, sections: expected, ...expectedRest } = snapshot;
      expect(rest).toEqual(expectedRest);
      expect(sections).toEqual(expected);
    });
  }

  it('can be read by its owner only', async () => {
    const file = join(folder, 'mode.json');
    await live(healthy, ['orders-api', '--save-snapshot', file]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
