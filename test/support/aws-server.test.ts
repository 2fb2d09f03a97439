import {
  DescribeInstancesCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  type DescribeSubnetsCommandInput,
  DescribeVpcAttributeCommand,
  paginateDescribeSubnets,
} from '@aws-sdk/client-ec2';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clients, clientsOf } from './aws-server/clients.ts';
import { type AwsServer, type AwsServerOptions, startAwsServer } from './aws-server/server.ts';
import { healthy, network } from './network.ts';

let server: AwsServer;
let clients: Clients;

const restart = async (options: AwsServerOptions): Promise<void> => {
  await server?.close();
  server = await startAwsServer(options);
  clients = clientsOf(server.url);
};

beforeEach(() => restart({ snapshot: healthy }));
afterEach(() => server.close());

const subnetIds = async (input: DescribeSubnetsCommandInput) => {
  const { Subnets = [] } = await clients.ec2.send(new DescribeSubnetsCommand(input));
  return Subnets.map(({ SubnetId }) => SubnetId);
};

describe('EC2 filters and ids', () => {
  it('answers all resources of a kind without filter and ids', async () => {
    expect(await subnetIds({})).toHaveLength(6);
  });

  it('joins the values of one filter with OR and filters with AND', async () => {
    const zones = { Name: 'availability-zone', Values: ['eu-west-1a', 'eu-west-1b'] };
    const subnet = { Name: 'subnet-id', Values: ['subnet-070c844d1699a6fb6', 'subnet-0d39e539a5c571e8e'] };
    expect(await subnetIds({ Filters: [zones] })).toHaveLength(4);
    expect(await subnetIds({ Filters: [zones, subnet] })).toEqual(['subnet-070c844d1699a6fb6']);
  });

  it('takes * and ? in a filter value as wildcards', async () => {
    expect(await subnetIds({ Filters: [{ Name: 'subnet-id', Values: ['subnet-0d39*'] }] })).toHaveLength(1);
    expect(await subnetIds({ Filters: [{ Name: 'availability-zone', Values: ['eu-west-1?'] }] })).toHaveLength(6);
  });

  it('answers an empty list for a filter value that nothing has', async () => {
    expect(await subnetIds({ Filters: [{ Name: 'vpc-id', Values: ['vpc-00000000000000000'] }] })).toEqual([]);
  });

  it('refuses a filter that the API reference does not list', async () => {
    const filters = [{ Name: 'attachment.vpc-id', Values: ['vpc-0a1b2c3d4e5f60718'] }];
    await expect(subnetIds({ Filters: filters })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('refuses the whole call for one id that does not exist', async () => {
    const ids = ['subnet-070c844d1699a6fb6', 'subnet-00000000000000000'];
    await expect(subnetIds({ SubnetIds: ids })).rejects.toMatchObject({ name: 'InvalidSubnetID.NotFound' });
  });

  it('finds the main route table by association.main, and no table for a subnet without association of its own', async () => {
    const tables = async (Name: string, Values: string[]) => {
      const { RouteTables = [] } = await clients.ec2.send(
        new DescribeRouteTablesCommand({ Filters: [{ Name, Values }] }),
      );
      return RouteTables.map(({ RouteTableId }) => RouteTableId);
    };
    expect(await tables('association.main', ['true'])).toEqual(['rtb-049921e0d90f0b9c0']);
    expect(await tables('association.subnet-id', ['subnet-00000000000000000'])).toEqual([]);
  });

  it('refuses MaxResults beside instance ids, as the API reference says', async () => {
    const command = new DescribeInstancesCommand({ InstanceIds: ['i-0123'], MaxResults: 5 });
    await expect(clients.ec2.send(command)).rejects.toMatchObject({ name: 'InvalidParameterCombination' });
  });

  it('refuses a VPC attribute of a VPC that does not exist', async () => {
    const command = new DescribeVpcAttributeCommand({ VpcId: 'vpc-00', Attribute: 'enableDnsSupport' });
    await expect(clients.ec2.send(command)).rejects.toMatchObject({ name: 'InvalidVpcID.NotFound' });
  });
});

describe('EC2 pages', () => {
  it('answers MaxResults items a page and the rest behind the token', async () => {
    const first = await clients.ec2.send(new DescribeSubnetsCommand({ MaxResults: 5 }));
    expect(first.Subnets).toHaveLength(5);
    const second = await clients.ec2.send(new DescribeSubnetsCommand({ MaxResults: 5, NextToken: first.NextToken }));
    expect(second.Subnets).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
  });

  it('answers one item a page when told to, and a paginator gets them all', async () => {
    await restart({ snapshot: healthy, pageSize: 1 });
    const ids: (string | undefined)[] = [];
    for await (const page of paginateDescribeSubnets({ client: clients.ec2, pageSize: 1000 }, {})) {
      expect(page.Subnets).toHaveLength(1);
      ids.push(...(page.Subnets ?? []).map(({ SubnetId }) => SubnetId));
    }
    expect(new Set(ids).size).toBe(6);
    expect(server.requests.map(({ furtherPage }) => furtherPage)).toEqual([false, true, true, true, true, true]);
    expect(new Set(server.requests.map(({ level }) => level))).toEqual(new Set([1]));
  });

  it.each([4, 1001])('refuses MaxResults %i', async (MaxResults) => {
    await expect(subnetIds({ MaxResults })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('refuses more than 100 route tables a page', async () => {
    const command = new DescribeRouteTablesCommand({ MaxResults: 101 });
    await expect(clients.ec2.send(command)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

describe('the account', () => {
  it('refuses what the bundle could not read, with the reason in AWS words', async () => {
    const snapshot = network((n) => n.deny('subnets', 'access denied: a service control policy'));
    await restart({ snapshot });
    await expect(subnetIds({})).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: expect.stringContaining('with an explicit deny in a service control policy'),
    });
  });

  it('is empty in another Region', async () => {
    clients = clientsOf(server.url, { region: 'us-east-1' });
    expect(await subnetIds({})).toEqual([]);
  });

  it('says who is asking', async () => {
    const identity = await clients.sts.send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe('123456789012');
  });
});
