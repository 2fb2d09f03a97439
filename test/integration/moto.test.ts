import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteNatGatewayCommand } from '@aws-sdk/client-ec2';
import { PublishVersionCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportDocument } from '../../src/model/report.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { type Account, addFunction, environmentSecret, given, openAccount, vpcConfigOf } from './account.ts';
import { startMoto } from './moto.ts';
import { addNetwork, addSecurityGroup, type Network, removeEgress } from './network.ts';
import { replaceNetworkAcl } from './network-acl.ts';

const moto = await startMoto();
const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-moto-'));
afterAll(() => {
  moto?.close();
  rmSync(folder, { recursive: true });
});

const ask = (...args: readonly string[]): Promise<CliRun> => runCli([...args, '--endpoint-url', moto?.url ?? '']);

/** What a pipeline reads of a run about one function. */
const diagnosed = async (...args: readonly string[]) => {
  const { exitCode, stdout, stderr } = await ask(...args, '--format', 'json');
  expect(stderr).toBe('');
  const document = ReportDocument.parse(JSON.parse(stdout));
  const { vpcId, answers, findings } = given(document.functions[0]);
  const { verdict, subnets } = given(answers[0]);
  return {
    exitCode,
    verdict,
    vpcId,
    subnets: Object.fromEntries(subnets.map((subnet) => [subnet.subnetId, subnet.verdict])),
    shares: subnets.map(({ share }) => share),
    rules: findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
    unavailable: document.unavailable.map(({ action }) => action),
  };
};

const every = (subnetIds: readonly string[], verdict: string) =>
  Object.fromEntries(subnetIds.map((subnetId) => [subnetId, verdict]));

describe.skipIf(moto === null)('an account in moto', () => {
  let account: Account;
  let network: Network;

  beforeAll(async () => {
    account = await openAccount(moto?.url ?? '');
    network = await addNetwork(account);
  });

  const within = ({ securityGroupId }: Network, ...subnetIds: readonly string[]) => ({ subnetIds, securityGroupId });

  it('private subnets behind a NAT gateway reach the internet', async () => {
    const name = await addFunction(account, 'orders-api', within(network, ...network.privateSubnets));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 0, verdict: 'reachable', vpcId: network.vpcId });
    expect(seen.subnets).toEqual(every(network.privateSubnets, 'reachable'));
    expect(seen.rules.filter((rule) => rule.startsWith('error'))).toEqual([]);
  });

  it('is read by every action that the doctor needs but those of Block Public Access, which moto lacks', async () => {
    const name = await addFunction(account, 'read-whole', within(network, ...network.privateSubnets));
    expect((await diagnosed(name)).unavailable).toEqual([
      'ec2:DescribeVpcBlockPublicAccessExclusions',
      'ec2:DescribeVpcBlockPublicAccessOptions',
    ]);
  });

  it('has no simulation of policies, so --check-role is skipped and changes nothing else', async () => {
    const name = await addFunction(account, 'role-checked', within(network, ...network.privateSubnets));
    const seen = await diagnosed(name, '--check-role');
    expect(seen).toMatchObject({ exitCode: 0, verdict: 'reachable' });
    expect(seen.unavailable).toContain('iam:SimulatePrincipalPolicy');
    expect(seen.rules).not.toContain('warning execution-role-missing-eni-permissions');
  });

  it('public subnets do not, since a function has no public address', async () => {
    const name = await addFunction(account, 'in-public-subnets', within(network, ...network.publicSubnets));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 1, verdict: 'blocked' });
    expect(seen.subnets).toEqual(every(network.publicSubnets, 'blocked'));
    expect(seen.rules).toContain('error public-subnet-no-nat');
  });

  it('isolated subnets do not, which is a warning unless the internet was asked for', async () => {
    const name = await addFunction(account, 'in-isolated-subnets', within(network, ...network.isolatedSubnets));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 0, verdict: 'blocked' });
    expect(seen.rules).toContain('warning no-internet-route');
    const asked = await diagnosed(name, '--to', 'internet');
    expect(asked).toMatchObject({ exitCode: 1, verdict: 'blocked' });
    expect(asked.rules).toContain('error no-internet-route');
  });

  it('a private and a public subnet reach it sometimes', async () => {
    const [zoneA] = network.privateSubnets;
    const [, zoneB] = network.publicSubnets;
    const name = await addFunction(account, 'in-both', within(network, zoneA, zoneB));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 1, verdict: 'partial' });
    expect(seen.subnets).toEqual({ [zoneA]: 'reachable', [zoneB]: 'blocked' });
    expect(seen.rules).toEqual(
      expect.arrayContaining(['error public-subnet-no-nat', 'warning inconsistent-subnet-egress']),
    );
  });

  it('a network ACL that lets no replies in blocks it', async () => {
    const own = await addNetwork(account);
    await replaceNetworkAcl(account, own.vpcId, own.privateSubnets, null);
    const name = await addFunction(account, 'without-replies', within(own, ...own.privateSubnets));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 1, verdict: 'blocked' });
    expect(seen.rules).toContain('error nacl-blocks-return-traffic');
  });

  it('a network ACL that lets half of the replies in lets half of the connections work', async () => {
    const own = await addNetwork(account);
    await replaceNetworkAcl(account, own.vpcId, own.privateSubnets, { From: 1024, To: 33279 });
    const name = await addFunction(account, 'with-half-of-the-replies', within(own, ...own.privateSubnets));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 0, verdict: 'partial', shares: [0.5, 0.5] });
    expect(seen.rules).toContain('warning nacl-blocks-return-traffic');
    expect(await diagnosed(name, '--to', 'internet')).toMatchObject({ exitCode: 1, verdict: 'partial' });
  });

  it('a security group without an egress rule blocks it', async () => {
    const securityGroupId = await addSecurityGroup(account, network.vpcId, 'without-egress');
    await removeEgress(account, securityGroupId);
    const name = await addFunction(account, 'without-egress', { subnetIds: network.privateSubnets, securityGroupId });
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 1, verdict: 'blocked' });
    expect(seen.rules).toContain('error sg-egress-blocks-destination');
  });

  it('a NAT gateway that was deleted blocks it', async () => {
    const own = await addNetwork(account);
    const name = await addFunction(account, 'nat-gateway-deleted', within(own, ...own.privateSubnets));
    await account.ec2.send(new DeleteNatGatewayCommand({ NatGatewayId: own.natGatewayId }));
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 1, verdict: 'blocked' });
    expect(seen.rules.filter((rule) => rule.startsWith('error'))).toHaveLength(1);
  });

  it('a function in no VPC reaches it, with a note', async () => {
    const name = await addFunction(account, 'in-no-vpc', null);
    const seen = await diagnosed(name);
    expect(seen).toMatchObject({ exitCode: 0, verdict: 'reachable', vpcId: null, subnets: {} });
    expect(seen.rules).toEqual(['note not-in-vpc']);
  });

  it('a published version keeps the subnets that it was published with', async () => {
    const name = await addFunction(account, 'versioned', within(network, ...network.publicSubnets));
    const { Version } = await account.lambda.send(new PublishVersionCommand({ FunctionName: name }));
    const VpcConfig = vpcConfigOf(within(network, ...network.privateSubnets));
    await account.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, VpcConfig }));
    expect(await diagnosed(name)).toMatchObject({ exitCode: 0, verdict: 'reachable' });
    expect(await diagnosed(`${name}:${Version}`)).toMatchObject({ exitCode: 1, verdict: 'blocked' });
    expect(await diagnosed(name, '--qualifier', given(Version))).toMatchObject({ exitCode: 1, verdict: 'blocked' });
  });

  it('a function that does not exist is wrong use, and its neighbours are named', async () => {
    await addFunction(account, 'checkout-worker', null);
    const { exitCode, stdout, stderr } = await ask('checkout-wroker');
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain('checkout-wroker');
    expect(stdout + stderr).toContain('checkout-worker');
    const json = await ask('checkout-wroker', '--format', 'json');
    expect(json.exitCode).toBe(2);
    expect(ReportDocument.parse(JSON.parse(json.stdout)).functions).toEqual([]);
  });

  it.each(['table', 'json', 'sarif'])('a saved snapshot gives the same report byte for byte as %s', async (format) => {
    const name = await addFunction(account, `saved-${format}`, within(network, ...network.publicSubnets));
    const file = join(folder, `${format}.json`);
    const live = await ask(name, '--format', format, '--save-snapshot', file);
    const offline = await runCli([name, '--format', format, '--snapshot', file]);
    expect(live.stdout).not.toBe('');
    expect(offline.stdout).toBe(live.stdout);
    expect(offline.exitCode).toBe(live.exitCode);
    for (const text of [readFileSync(file, 'utf8'), live.stdout, live.stderr]) {
      expect(text).not.toContain(environmentSecret);
    }
  });
});
