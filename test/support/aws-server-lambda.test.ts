import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  paginateListFunctions,
} from '@aws-sdk/client-lambda';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LambdaFunction } from '../../src/model/kinds/functions.ts';
import { type Clients, clientsOf } from './aws-server/clients.ts';
import { type AwsServer, startAwsServer } from './aws-server/server.ts';
import { healthy } from './network.ts';

const ordersApi: LambdaFunction = {
  name: 'orders-api',
  arn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders-api',
  qualifier: null,
  version: '$LATEST',
  network: {
    kind: 'vpc',
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    subnetIds: ['subnet-070c844d1699a6fb6'],
    securityGroupIds: ['sg-06f22a59f54066c8c'],
    ipv6AllowedForDualStack: false,
  },
  state: 'Active',
  stateReasonCode: null,
  stateReason: null,
  lastUpdateStatus: 'unknown:Pondering',
  lastUpdateStatusReasonCode: null,
  lastUpdateStatusReason: null,
  timeout: 10,
  environmentVariableNames: ['DB_HOST'],
};

const live: LambdaFunction = { ...ordersApi, qualifier: 'live', version: '3', network: { kind: 'none' } };
const others = Array.from({ length: 59 }, (_, number) => ({
  ...ordersApi,
  name: `other-${number}`,
  arn: `arn:aws:lambda:eu-west-1:123456789012:function:other-${number}` as const,
}));

let server: AwsServer;
let clients: Clients;

beforeEach(async () => {
  const functions = { status: 'collected', items: [ordersApi, live, ...others] } as const;
  const snapshot = { ...healthy, sections: { ...healthy.sections, functions } };
  server = await startAwsServer({ snapshot, environment: { API_KEY: 'planted-secret' } });
  clients = clientsOf(server.url);
});
afterEach(() => server.close());

const read = (FunctionName: string, Qualifier?: string) =>
  clients.lambda.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier }));

describe('GetFunctionConfiguration', () => {
  it.each([
    'orders-api',
    '123456789012:function:orders-api',
    'arn:aws:lambda:eu-west-1:123456789012:function:orders-api',
  ])('finds the function named %s', async (name) => {
    const configuration = await read(name);
    expect(configuration.FunctionArn).toBe('arn:aws:lambda:eu-west-1:123456789012:function:orders-api');
    expect(configuration.VpcConfig).toEqual({
      SubnetIds: ['subnet-070c844d1699a6fb6'],
      SecurityGroupIds: ['sg-06f22a59f54066c8c'],
      VpcId: 'vpc-0a1b2c3d4e5f60718',
      Ipv6AllowedForDualStack: false,
    });
  });

  it('answers the version behind an alias, whether the alias is a parameter or part of the name', async () => {
    for (const configuration of [await read('orders-api', 'live'), await read('orders-api:live')]) {
      expect(configuration.Version).toBe('3');
      expect(configuration.FunctionArn).toBe('arn:aws:lambda:eu-west-1:123456789012:function:orders-api:live');
      expect(configuration.VpcConfig).toMatchObject({ SubnetIds: [], SecurityGroupIds: [], VpcId: '' });
    }
  });

  it('carries planted environment values and words that the SDK does not know', async () => {
    const configuration = await read('orders-api');
    expect(configuration.Environment?.Variables).toEqual({ DB_HOST: 'value of DB_HOST', API_KEY: 'planted-secret' });
    expect(configuration.LastUpdateStatus).toBe('Pondering');
  });

  it('names the ARN of a function or alias that does not exist', async () => {
    await expect(read('order-api')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:order-api',
    });
    await expect(read('orders-api', 'old')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('ListFunctions', () => {
  it('answers 50 a page whatever MaxItems asks, without states', async () => {
    const page = await clients.lambda.send(new ListFunctionsCommand({ MaxItems: 1000 }));
    expect(page.Functions).toHaveLength(50);
    expect(page.Functions?.[0]).not.toHaveProperty('State');
    expect(page.Functions?.[0]).toHaveProperty('VpcConfig.VpcId', 'vpc-0a1b2c3d4e5f60718');
  });

  it('answers all names over its pages, each once', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of paginateListFunctions({ client: clients.lambda }, {})) {
      names.push(...(page.Functions ?? []).map(({ FunctionName }) => FunctionName));
    }
    expect(names).toHaveLength(60);
    expect(new Set(names).size).toBe(60);
  });
});

describe('calls that matter to the record', () => {
  it('GetFunction is answered with a download address and is seen', async () => {
    const answer = await clients.lambda.send(new GetFunctionCommand({ FunctionName: 'orders-api' }));
    expect(answer.Code?.Location).toContain('X-Amz-Signature');
    expect(server.requests.map(({ action }) => action)).toEqual(['GetFunction']);
  });

  it('AssumeRole hands out credentials of a session', async () => {
    const RoleArn = 'arn:aws:iam::123456789012:role/auditor';
    const answer = await clients.sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'doctor' }));
    expect(answer.AssumedRoleUser?.Arn).toBe(`${RoleArn}/doctor`);
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIA/);
    expect(answer.Credentials?.Expiration?.getUTCFullYear()).toBe(2099);
  });
});
