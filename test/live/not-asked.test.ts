import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { healthy } from '../support/network.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { documentOf, live } from './live-run.ts';

const ask = ['orders-api', '--format', 'json'] as const;

/** One sentence and one thing to do on stderr; a document that says that nothing was read on stdout. */
const expectOneSentence = ({ stdout, stderr }: CliRun): void => {
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  expect(stderr).toMatch(/^error /);
  expect(stderr).not.toMatch(/^\s+at |node:|Error:/m);
  if (stdout !== '') expect(JSON.parse(stdout)).toMatchObject({ functions: [] });
};

describe('AWS that cannot be asked', () => {
  it('no credentials', async () => {
    const env = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
    const run = await live(healthy, ask, { env });
    expect(run.exitCode).toBe(3);
    expect(run.requests).toEqual([]);
    expect(documentOf(run).functions).toEqual([]);
    expect(run.stderr).toContain('credentials');
    expectOneSentence(run);
  });

  it.each(['expired', 'invalid'] as const)('%s credentials', async (problem) => {
    const run = await live(healthy, ask, { faults: { all: { kind: 'credentials', problem } } });
    expect(run.exitCode).toBe(3);
    expect(documentOf(run).functions).toEqual([]);
    expect(run.stderr).toMatch(/expired|credentials/);
    expectOneSentence(run);
  });

  it('a role that may not be assumed', async () => {
    const role = ['--role-arn', 'arn:aws:iam::123456789012:role/auditor'];
    const run = await live(healthy, [...ask, ...role], { faults: { AssumeRole: { kind: 'denied' } } });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toContain('arn:aws:iam::123456789012:role/auditor');
    expectOneSentence(run);
  });

  it('no Region', async () => {
    const run = await live(healthy, ask, { env: { AWS_REGION: undefined } });
    expect(run.exitCode).toBe(2);
    expect(run.requests).toEqual([]);
    expect(run.stderr).toContain('region');
    expectOneSentence(run);
  });

  it('an endpoint where nobody listens, at once', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const run = await runCli([...ask, '--endpoint-url', `http://127.0.0.1:${port}`]);
    expect(run.exitCode).toBe(3);
    expect(run.ms).toBeLessThan(8_000);
    expect(documentOf(run).functions).toEqual([]);
    expect(run.stderr).toContain('no connection');
    expectOneSentence(run);
  });
});

describe.concurrent('AWS that keeps the doctor waiting', () => {
  it('an endpoint that accepts and never answers, within 25 seconds', { timeout: 40_000 }, async () => {
    const run = await live(healthy, ask, { faults: { all: { kind: 'stalled' } } });
    expect(run.exitCode).toBe(3);
    expect(run.ms).toBeLessThan(25_000);
    expect(documentOf(run).functions).toEqual([]);
    expectOneSentence(run);
  });

  it('one action that never answers: the rest is reported', { timeout: 40_000 }, async () => {
    const run = await live(healthy, ask, { faults: { DescribeNatGateways: { kind: 'stalled' } } });
    expect(run.exitCode).toBe(3);
    expect(run.ms).toBeLessThan(25_000);
    expect(documentOf(run).unavailable).toEqual([{ action: 'ec2:DescribeNatGateways', reason: 'timed out' }]);
  });
});
