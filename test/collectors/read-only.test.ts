import { CreateVpcCommand, DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  AttachRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetFunctionCommand, GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { RefusedCommand, readOnly } from '../../src/collectors/read-only.ts';
import { startTinyAws, type TinyAws, text, xml } from './tiny-aws.ts';

const simulated =
  '<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults/></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>';

let server: TinyAws;
beforeAll(async () => {
  server = await startTinyAws({
    CreateVpc: xml('<vpc><vpcId>vpc-1</vpcId></vpc>'),
    GetCallerIdentity: xml(''),
    SimulatePrincipalPolicy: text(simulated, 200, 'text/xml'),
  });
});
afterAll(() => server.close());

const settings = () => ({
  region: 'eu-west-1',
  endpoint: server.url,
  credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
});
const ofCollectors = readOnly(collectors.flatMap(({ actions }) => actions));

const ec2 = (plugin = ofCollectors) => {
  const client = new EC2Client(settings());
  client.middlewareStack.use(plugin);
  return client;
};
const lambda = (plugin = ofCollectors) => {
  const client = new LambdaClient(settings());
  client.middlewareStack.use(plugin);
  return client;
};

const role = 'arn:aws:iam::123456789012:role/orders';
const iam = () => {
  const client = new IAMClient(settings());
  client.middlewareStack.use(ofCollectors);
  return client;
};

describe('a client of the collectors', () => {
  it('sends what the collectors read', async () => {
    await expect(ec2().send(new DescribeSubnetsCommand({}))).resolves.toHaveProperty('Subnets', []);
  });

  it('refuses to create anything', async () => {
    await expect(ec2().send(new CreateVpcCommand({}))).rejects.toThrow(RefusedCommand);
  });

  it('refuses GetFunction, which answers with a link to the code', async () => {
    await expect(lambda().send(new GetFunctionCommand({ FunctionName: 'orders' }))).rejects.toThrow(RefusedCommand);
  });

  it('asks IAM what a role may do, which performs nothing', async () => {
    const simulation = new SimulatePrincipalPolicyCommand({ PolicySourceArn: role, ActionNames: ['ec2:DescribeVpcs'] });
    await expect(iam().send(simulation)).resolves.toHaveProperty('EvaluationResults', []);
  });

  it('refuses to change what a role may do, and to read anything else of it', async () => {
    const attach = new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn: role });
    await expect(iam().send(attach)).rejects.toThrow(RefusedCommand);
    await expect(iam().send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toThrow(RefusedCommand);
  });

  it('lets no refused command reach the network', () => {
    expect(server.requests.map(({ action }) => action)).toEqual(['DescribeSubnets', 'SimulatePrincipalPolicy']);
  });
});

describe('the list of actions', () => {
  it('refuses an action that is not on it, even if it reads', async () => {
    await expect(ec2(readOnly(['ec2:DescribeSubnets'])).send(new DescribeVpcsCommand({}))).rejects.toThrow(
      RefusedCommand,
    );
  });

  it('refuses an action that does not read, even if it is on it', async () => {
    await expect(ec2(readOnly(['ec2:CreateVpc'])).send(new CreateVpcCommand({}))).rejects.toThrow(RefusedCommand);
  });

  it('refuses GetFunction, even if it is on it', async () => {
    const client = lambda(readOnly(['lambda:GetFunction']));
    await expect(client.send(new GetFunctionCommand({ FunctionName: 'orders' }))).rejects.toThrow(RefusedCommand);
  });

  it('does not mistake one service for another', async () => {
    const client = lambda(readOnly(['ec2:DescribeSubnets']));
    const command = new GetFunctionConfigurationCommand({ FunctionName: 'orders' });
    await expect(client.send(command)).rejects.toThrow(RefusedCommand);
  });
});

describe('the client that assumes a role', () => {
  const sts = () => {
    const client = new STSClient(settings());
    client.middlewareStack.use(readOnly(['sts:AssumeRole']));
    return client;
  };

  it('sends AssumeRole', async () => {
    await sts().send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::123456789012:role/r', RoleSessionName: 'x' }));
    expect(server.requests.at(-1)?.action).toBe('AssumeRole');
  });

  it('refuses everything else', async () => {
    await expect(sts().send(new GetCallerIdentityCommand({}))).rejects.toThrow(RefusedCommand);
  });
});

describe('the collectors', () => {
  it('name actions that read, and the simulation of policies, which performs nothing', () => {
    for (const action of collectors.flatMap(({ actions }) => actions)) {
      expect(action).toMatch(
        /^((ec2|elasticfilesystem|lambda):(Describe|Get|List|Search)[A-Z]|iam:SimulatePrincipalPolicy$)/,
      );
      expect(action).not.toBe('lambda:GetFunction');
    }
  });
});
