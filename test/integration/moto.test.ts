import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteNatGatewayCommand } from '@aws-sdk/client-ec2';
import { PublishVersionCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportDocument, type Verdict } from '../../src/model/report.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { type Account, addFunction, addNetwork, addNetworkAcl, addSecurityGroup, given, type Network, openAccount, removeEgress } from './account.ts';
import { startMoto } from './moto.ts';

const moto = await startMoto();
const endpoint = moto?.url ?? '';
const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-moto-'));
afterAll(() => {
  moto?.close();
  rmSync(folder, { recursive: true });
});

const ask = (...args: readonly string[]): Promise<CliRun> => runCli([...args, '--endpoint-url', endpoint]);

interface Seen {
  readonly exitCode: number | null;
  readonly verdict: Verdict;
  readonly subnets: Readonly<Record<string, Verdict>>;
  readonly rules: readonly string[];
  readonly document: ReportDocument;
}

const diagnosed = async (...args: readonly string[]): Promise<Seen> => {
  const { exitCode, stdout, stderr } = await ask(...args, '--format', 'json');
  expect(stderr).toBe('');
  const document = ReportDocument.parse(JSON.parse(stdout));
  const { answers, findings } = given(document.functions[0]);
  const { verdict, subnets } = given(answers[0]);
  return {
    exitCode,
    verdict,
    subnets: Object.fromEntries(subnets.map((subnet) => [subnet.subnetId, subnet.verdict])),
    rules: findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
    document,
  };
};

describe.skipIf(moto === null)('functions of an account in moto', () => {
  let account: Account;
  let network: Network;

  beforeAll(async () => {
    account = await openAccount(endpoint);
    network = await addNetwork(account);
  });

  const inSubnets = (...subnetIds: readonly string[]) => ({ subnetIds, securityGroupId: network.securityGroupId });
  it('x', async () => {
    await addFunction(account, 'orders-api', inSubnets(...network.privateSubnets));
    const run = await ask('orders-api');
    console.log(run.stdout, run.stderr, run.exitCode);
    await addFunction(account, 'isolated', inSubnets(network.isolatedSubnet));
    const r2 = await ask('isolated');
    console.log(r2.stdout, r2.stderr, r2.exitCode);
    const r3 = await ask('isolatd');
    console.log(r3.stdout, r3.stderr, r3.exitCode);
  });
});
