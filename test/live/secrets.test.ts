import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Fault } from '../support/aws-server/faults.ts';
import { accessKeyId, type CliRun, runCli, secretAccessKey } from '../support/run-cli.ts';
import { type LiveOptions, live } from './live-run.ts';
import { networks } from './networks.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sessionToken = 'planted-session-token-0123456789';
const environment = {
  DATABASE_URL: 'postgres://app:planted-password@10.0.40.7/orders?password=planted-password',
  API_KEY: 'planted-api-key',
  JWT: 'eyJhbGciOiJIUzI1NiJ9.planted-api-key.c2ln',
  CLUSTER: 'mongodb://app:planted-password@a.example.com:27017,b.example.com:27017/x',
  DSN: 'app:planted-password@tcp(orders.c1.eu-west-1.rds.amazonaws.com:3306)/planted-api-key',
  CONFIGURATION: '{"host":"sqs.eu-west-1.amazonaws.com","password":"planted-password"}',
  WEBHOOK: 'https://api.example.com/planted-api-key?token=planted-api-key',
};
const proxyPassword = 'planted-proxy-password';
const fromAnswers = ['planted-password', 'planted-api-key', 'planted-in-an-error'];

/** Every piece of a secret, and of what only a secret's neighbours hold, that must not get out. */
const forbidden = [...fromAnswers, secretAccessKey, sessionToken, proxyPassword, accessKeyId, 'AWS4-HMAC-SHA256'];

const credentials = { AWS_SESSION_TOKEN: sessionToken };

const leaksIn = (text: string): readonly string[] =>
  forbidden.filter(
    (secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)) || text.includes(btoa(secret)),
  );

/** Runs with every output that there is and gives the secrets that were found in any of them. */
const leaks = async (options: LiveOptions, ...args: readonly string[]): Promise<readonly string[]> => {
  const files = mkdtempSync(join(folder, 'run-'));
  const outputs = ['table', 'json', 'sarif'].flatMap((format) => ['--output', `${format}=${join(files, format)}`]);
  const save = ['--save-snapshot', join(files, 'snapshot')];
  const run = await live(networks.partial, ['orders-api', ...args, ...outputs, ...save], {
    env: credentials,
    ...options,
  });
  const written = readdirSync(files).map((name) => readFileSync(join(files, name), 'utf8'));
  return leaksIn([run.stdout, run.stderr, ...written].join('\n'));
};

describe('secrets', () => {
  it('are looked for where this test says: it finds one that is planted in the open', async () => {
    const run = await live(networks.reachable, ['planted-api-key']);
    expect(leaksIn(run.stdout + run.stderr)).toEqual(['planted-api-key']);
  });

  it('in environment variables reach no output, not even with --verbose', async () => {
    expect(await leaks({ environment })).toEqual([]);
    expect(await leaks({ environment }, '--verbose', '--format', 'json')).toEqual([]);
  });

  it('of a role that was assumed reach no output', async () => {
    const run = await live(networks.partial, [
      'orders-api',
      '--verbose',
      '--role-arn',
      'arn:aws:iam::123456789012:role/a',
    ]);
    expect(run.requests.some(({ action }) => action === 'AssumeRole')).toBe(true);
    expect(run.stdout + run.stderr).not.toMatch(/assumed[-/]|ASIAASSUMED/);
  });

  const echoes = {
    message: { kind: 'echo', secrets: ['planted-in-an-error', secretAccessKey], in: 'message' },
    code: { kind: 'echo', secrets: ['planted-in-an-error'], in: 'code' },
  } as const satisfies Readonly<Record<string, Fault>>;
  for (const [where, fault] of Object.entries(echoes)) {
    it.each(['all', 'GetFunctionConfiguration', 'DescribeNatGateways', 'DescribeVpcAttribute', 'DescribeSubnets'])(
      `echoed by AWS in the ${where} of an error of %s reach no output`,
      async (action) => {
        expect(await leaks({ environment, faults: { [action]: fault } }, '--verbose')).toEqual([]);
      },
    );
  }

  it('echoed when functions are listed, or when a role is assumed, reach no output', async () => {
    const faults = { AssumeRole: echoes.message, ListFunctions: echoes.message };
    expect(await leaks({ faults }, 'no-such-function')).toEqual([]);
    expect(await leaks({ faults }, '--role-arn', 'arn:aws:iam::123456789012:role/auditor')).toEqual([]);
  });

  it('in the address of a proxy or an endpoint reach no output', async () => {
    const address = `http://user:${proxyPassword}@127.0.0.1:9`;
    const env = { ...credentials, HTTP_PROXY: address, HTTPS_PROXY: address };
    const runs: CliRun[] = [
      await runCli(['orders-api', '--format', 'json'], { env }),
      await runCli(['orders-api', '--format', 'json', '--endpoint-url', address], { env: credentials }),
    ];
    for (const { stdout, stderr, exitCode } of runs) {
      expect(leaksIn(stdout + stderr)).toEqual([]);
      expect(exitCode).toBe(3);
    }
  });
});

describe('a crash', () => {
  it('says that it is a bug, exits 70 and quotes nothing of the error', async () => {
    const script = join(folder, 'crash.cjs');
    const message = `planted-in-an-error ${secretAccessKey}`;
    writeFileSync(script, `setTimeout(() => { throw new Error(${JSON.stringify(message)}) }, 250).unref();\n`);
    const env = { ...credentials, NODE_OPTIONS: `--require ${script}` };
    const run = await live(networks.partial, ['orders-api', '--verbose'], { env, environment, delayMs: 300 });
    expect(run.exitCode).toBe(70);
    expect(run.stderr).toContain('bug');
    expect(leaksIn(run.stdout + run.stderr)).toEqual([]);
  });
});
