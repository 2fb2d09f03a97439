import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportDocument } from '../../src/model/report.ts';
import { runCli } from '../support/run-cli.ts';
import { type Account, addFunction, given, openAccount } from './account.ts';
import * as beyond from './beyond.ts';
import { startMoto } from './moto.ts';
import { addNetwork, addSecurityGroup, type Network } from './network.ts';

const moto = await startMoto();
afterAll(() => moto?.close());

/** What a pipeline sees of a question: the verdict, the rules that speak as errors, the exit code. */
const asked = async (name: string, target: string) => {
  const args = [name, '--no-detect', '--to', target, '--format', 'json', '--endpoint-url', moto?.url ?? ''];
  const { exitCode, stdout } = await runCli(args);
  const { answers, findings } = given(ReportDocument.parse(JSON.parse(stdout)).functions[0]);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  return { exitCode, verdict: given(answers[0]).verdict, errors: [...new Set(errors)] };
};

const reachable = { exitCode: 0, verdict: 'reachable', errors: [] };
const blockedBy = (...errors: readonly string[]) => ({ exitCode: 1, verdict: 'blocked', errors });

describe.skipIf(moto === null)('targets of an account in moto', () => {
  let account: Account;
  let network: Network;
  let count = 0;

  beforeAll(async () => {
    account = await openAccount(moto?.url ?? '');
  });

  /** A function in the private subnets of a network of its own, whose only routes are the VPC's. */
  const isolated = async (): Promise<{ name: string; tableId: string }> => {
    network = await addNetwork(account);
    const tableId = await beyond.addLocalTable(account, network.vpcId, network.isolatedSubnets);
    const { securityGroupId, isolatedSubnets: subnetIds } = network;
    count += 1;
    return { name: await addFunction(account, `isolated-${count}`, { subnetIds, securityGroupId }), tableId };
  };

  it('S3 through a gateway endpoint', async () => {
    const { name, tableId } = await isolated();
    expect(await asked(name, 's3')).toEqual(blockedBy('aws-service-unreachable'));
    await beyond.addGatewayEndpoint(
      account,
      network.vpcId,
      's3',
      await beyond.tableOf(account, network.privateSubnets[0]),
    );
    expect(await asked(name, 's3')).toEqual(blockedBy('gateway-endpoint-not-associated'));
    await beyond.addGatewayEndpoint(account, network.vpcId, 's3', tableId);
    expect(await asked(name, 's3')).toEqual(reachable);
  });

  it('Secrets Manager through an interface endpoint', async () => {
    const { name } = await isolated();
    expect(await asked(name, 'secretsmanager')).toEqual(blockedBy('aws-service-unreachable'));
    await beyond.turnOnDnsHostnames(account, network.vpcId);
    const groupId = await addSecurityGroup(account, network.vpcId, 'endpoints');
    const place = { subnetId: network.isolatedSubnets[0], address: '10.0.30.10', groupId };
    await beyond.addInterfaceEndpoint(account, network.vpcId, 'secretsmanager', place);
    // moto gives the interface of an endpoint the type of any other.
    expect(await asked(name, 'secretsmanager')).toEqual(blockedBy('private-target-sg-ingress-missing'));
    await beyond.letIn(account, groupId, '10.0.0.0/16', 443);
    expect(await asked(name, 'secretsmanager')).toEqual(reachable);
  });

  it('an address that a prefix list leads to a NAT gateway', async () => {
    const { name, tableId } = await isolated();
    const list = await beyond.addPrefixList(account, '198.41.0.0/24');
    await beyond.addRoute(account, tableId, { DestinationPrefixListId: list, NatGatewayId: network.natGatewayId });
    expect(await asked(name, '198.41.0.4:443')).toEqual(reachable);
    expect(await asked(name, '198.41.1.4:443')).toEqual(blockedBy('no-internet-route'));
  });

  it('a database in a peered VPC', async () => {
    const { name, tableId } = await isolated();
    const database = await beyond.addDatabaseVpc(account, '10.0.0.0/16');
    const id = await beyond.requestPeering(account, network.vpcId, database.vpcId);
    await beyond.addRoute(account, tableId, { DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: id });
    expect(await asked(name, '10.1.40.7:5432')).toEqual(blockedBy('peering-problem'));
    await beyond.acceptPeering(account, id);
    expect(await asked(name, '10.1.40.7:5432')).toEqual(blockedBy('peering-problem'));
    const back = { DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: id };
    await beyond.addRoute(account, database.routeTableId, back);
    expect(await asked(name, '10.1.40.7:5432')).toEqual(reachable);
    expect(await asked(name, `${database.interfaceId}:5432`)).toEqual(reachable);
    expect(await asked(name, '10.1.40.7:3306')).toEqual(blockedBy('private-target-sg-ingress-missing'));
  });

  it.each([
    ['every zone', 2, { exitCode: 3, verdict: 'unknown', errors: [] }],
    ['one zone', 1, { exitCode: 1, verdict: 'partial', errors: ['tgw-attachment-az-gap'] }],
  ])('a network behind a transit gateway that is attached in %s', async (_, zones, expected) => {
    const { name, tableId } = await isolated();
    const id = await beyond.addTransitGateway(account, network, ...network.isolatedSubnets.slice(0, zones));
    await beyond.addRoute(account, tableId, { DestinationCidrBlock: '10.2.0.0/16', TransitGatewayId: id });
    expect(await asked(name, '10.2.0.7:5432')).toEqual(expected);
  });
});
