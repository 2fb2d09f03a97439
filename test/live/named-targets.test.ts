import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { runCli } from '../support/run-cli.ts';
import { documentOf, type LiveRun, live } from './live-run.ts';
import { networks } from './networks.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-named-'));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = {
  QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders',
  SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-a1b2c3',
  DB_URL: 'postgres://app:hunter2@localhost.example:5432/orders?password=hunter3',
};

const askedIn = (run: LiveRun) =>
  documentOf(run).functions[0]?.answers.map(({ target, askedBecause }) => [target, askedBecause]);

const reachable = (...args: readonly string[]) =>
  live(networks.reachable, ['orders-api', '--format', 'json', ...args], { environment });

describe('what a function names in its environment', () => {
  it('is asked about as well, with what names it', async () => {
    const run = await reachable();
    expect(askedIn(run)).toEqual([
      ['internet', 'always asked'],
      ['localhost.example:5432', 'env DB_URL names it'],
      ['sqs', 'env QUEUE_URL names it'],
      ['secretsmanager', 'env SECRET_ARN names it'],
    ]);
    expect(run.stdout + run.stderr).not.toMatch(/hunter/);
    expect(run.exitCode, 'an unknown that is only detected fails no build').toBe(0);
  });

  it('is asked once if it is asked for, and not at all with --no-detect', async () => {
    expect(askedIn(await reachable('--to', 'sqs', '--to', 'sqs.eu-west-1.amazonaws.com'))).toEqual([
      ['sqs', 'asked with --to'],
      ['localhost.example:5432', 'env DB_URL names it'],
      ['secretsmanager', 'env SECRET_ARN names it'],
    ]);
    expect(askedIn(await reachable('--no-detect'))).toEqual([['internet', 'always asked']]);
  });

  it('is in the snapshot without the values, and asked from it again', async () => {
    const file = join(folder, 'snapshot.json');
    const run = await reachable('--save-snapshot', file);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/hunter|orders-a1b2c3|\/orders/);
    expect(Snapshot.parse(JSON.parse(text)).resolvedHosts).toBeUndefined();
    const again = await runCli(['--snapshot', file, '--format', 'json']);
    expect(again.stdout).toBe(run.stdout);
  });

  it('is not kept where it is not looked for', async () => {
    const file = join(folder, 'without.json');
    await reachable('--no-detect', '--save-snapshot', file);
    expect(readFileSync(file, 'utf8')).not.toContain('namedTargets');
  });
});

describe('--resolve', () => {
  const localhost = ['--no-detect', '--to', 'localhost:5432'];

  it('asks this machine, says so on stderr and keeps what it says', async () => {
    const file = join(folder, 'resolved.json');
    const run = await reachable(...localhost, '--resolve', '--save-snapshot', file);
    const words = 'it leads to this machine itself';
    expect(run.stderr).toBe(`--resolve asked DNS from this machine for localhost (${words})\n`);
    const { resolvedHosts } = Snapshot.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(resolvedHosts).toEqual([{ status: 'failed', host: 'localhost', reason: words }]);
    const again = await runCli(['--snapshot', file, '--format', 'json', ...localhost]);
    expect(again.stdout).toBe(run.stdout);
  });

  it('asks nothing for names of AWS services, and says nothing then', async () => {
    const run = await reachable('--no-detect', '--to', 'sts.amazonaws.com', '--resolve');
    expect(run.stderr).toBe('');
    expect(askedIn(run)).toEqual([['sts.amazonaws.com', 'asked with --to']]);
  });

  it('is named by the answer about a host whose addresses nobody asked for', async () => {
    const [, about] = documentOf(await reachable()).functions[0]?.answers ?? [];
    expect(about).toMatchObject({ target: 'localhost.example:5432', verdict: 'unknown' });
    expect(about?.because).toContain('--resolve');
  });
});
