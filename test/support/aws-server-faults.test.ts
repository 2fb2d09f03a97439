import * as ec2 from '@aws-sdk/client-ec2';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clients, clientsOf } from './aws-server/clients.ts';
import { type AwsServer, startAwsServer } from './aws-server/server.ts';
import { healthy } from './network.ts';

let server: AwsServer;
let clients: Clients;

beforeEach(async () => {
  server = await startAwsServer({ snapshot: healthy });
  clients = clientsOf(server.url);
});
afterEach(() => server.close());

const askEc2 = () => clients.ec2.send(new ec2.DescribeNatGatewaysCommand({}));
const askLambda = () => clients.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'orders-api' }));
const askSts = () => clients.sts.send(new GetCallerIdentityCommand({}));

describe('faults', () => {
  it('denied: each service refuses in its own form and names the action', async () => {
    server.setFault('all', { kind: 'denied' });
    const clause = (action: string) =>
      expect.stringContaining(`because no identity-based policy allows the ${action} action`);
    const natGateways = { name: 'UnauthorizedOperation', message: clause('ec2:DescribeNatGateways') };
    await expect(askEc2()).rejects.toMatchObject({ ...natGateways, $metadata: { httpStatusCode: 403 } });
    const configuration = { name: 'AccessDeniedException', message: clause('lambda:GetFunctionConfiguration') };
    await expect(askLambda()).rejects.toMatchObject({ ...configuration, $metadata: { httpStatusCode: 403 } });
    await expect(askSts()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('denied strikes the named action alone, and is lifted by null', async () => {
    server.setFault('DescribeNatGateways', { kind: 'denied' });
    await expect(askLambda()).resolves.toHaveProperty('FunctionName', 'orders-api');
    server.setFault('DescribeNatGateways', null);
    await expect(askEc2()).resolves.toHaveProperty('NatGateways.length', 3);
  });

  it('throttled: n refusals, then the proper answer', async () => {
    server.setFault('all', { kind: 'throttled', times: 1 });
    await expect(askEc2()).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    await expect(askEc2()).resolves.toHaveProperty('NatGateways.length', 3);
    await expect(askLambda()).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });

  it('above: calls to the service beyond so many within a second, and no others', async () => {
    server.setFault('lambda', { kind: 'throttled', above: 2 });
    const answers = await Promise.allSettled([askLambda(), askLambda(), askLambda(), askEc2(), askEc2(), askEc2()]);
    const refused = answers.map(({ status }) => status === 'rejected');
    expect(refused.slice(0, 3).filter(Boolean)).toHaveLength(1);
    expect(refused.slice(3)).toEqual([false, false, false]);
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    await expect(askLambda()).resolves.toBeDefined();
  });

  it('after: a later page fails', async () => {
    server.setFault('DescribeNatGateways', { kind: 'denied', after: 1 });
    await expect(askEc2()).resolves.toBeDefined();
    await expect(askEc2()).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  });

  it('asking: only calls with that value among their parameters', async () => {
    server.setFault('DescribeNatGateways', { kind: 'denied', asking: 'vpc-1' });
    await expect(askEc2()).resolves.toBeDefined();
    const Filter = [{ Name: 'vpc-id', Values: ['vpc-1'] }];
    const command = new ec2.DescribeNatGatewaysCommand({ Filter });
    await expect(clients.ec2.send(command)).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  });

  it('unknown action', async () => {
    server.setFault('all', { kind: 'unknown-action' });
    await expect(askEc2()).rejects.toMatchObject({ name: 'InvalidAction', $metadata: { httpStatusCode: 400 } });
    await expect(askLambda()).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  it('an action that the server lacks is an unknown action', async () => {
    const command = new ec2.DescribeVolumesCommand({});
    await expect(clients.ec2.send(command)).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  it.each(['html', 'truncated', 'no-code'] as const)('%s: the SDK cannot read the answer', async (kind) => {
    server.setFault('all', { kind });
    await expect(askEc2()).rejects.toThrow();
    await expect(askLambda()).rejects.toThrow();
  });

  it('truncated: the connection ends before the promised length', async () => {
    server.setFault('all', { kind: 'truncated' });
    const answer = await fetch(server.url, { method: 'POST', body: '', headers: { authorization: signedFor('sts') } });
    await expect(answer.text()).rejects.toThrow();
  });

  it('stalled: the request is accepted and never answered', async () => {
    server.setFault('all', { kind: 'stalled' });
    const waited = AbortSignal.timeout(300);
    await expect(clients.ec2.send(new ec2.DescribeVpcsCommand({}), { abortSignal: waited })).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  });

  it('delayed: the answer takes its time', async () => {
    server.setFault('DescribeNatGateways', { kind: 'delayed', ms: 120 });
    await askEc2();
    const [request] = server.requests;
    expect((request?.answeredAt ?? 0) - (request?.arrivedAt ?? 0)).toBeGreaterThanOrEqual(115);
  });

  it('held: the answer waits until nothing else has happened for a while', async () => {
    server.setFault('DescribeNatGateways', { kind: 'held', quietMs: 150 });
    const held = askEc2();
    await askLambda();
    await askSts();
    await held;
    const first = server.requests.find(({ action }) => action === 'DescribeNatGateways');
    const others = server.requests.filter((request) => request !== first);
    expect(others).toHaveLength(2);
    const quietFrom = Math.max(...others.map(({ answeredAt }) => answeredAt ?? 0));
    expect((first?.answeredAt ?? 0) - quietFrom).toBeGreaterThanOrEqual(145);
  });

  it('credentials: invalid and expired, in the codes of each service', async () => {
    const names = async () => {
      const outcomes = await Promise.allSettled([askEc2(), askLambda(), askSts()]);
      return outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.name : 'answered'));
    };
    server.setFault('all', { kind: 'credentials', problem: 'invalid' });
    expect(await names()).toEqual(['AuthFailure', 'UnrecognizedClientException', 'InvalidClientTokenId']);
    server.setFault('all', { kind: 'credentials', problem: 'expired' });
    expect(await names()).toEqual(['RequestExpired', 'ExpiredTokenException', 'ExpiredToken']);
  });

  it('echo: the refusal repeats headers and secrets', async () => {
    server.setFault('all', { kind: 'echo', secrets: ['planted-secret'], in: 'message' });
    await expect(askEc2()).rejects.toThrow(/planted-secret.*AWS4-HMAC-SHA256/);
    server.setFault('all', { kind: 'echo', secrets: ['planted-secret'], in: 'code' });
    await expect(askEc2()).rejects.toMatchObject({ name: expect.stringContaining('planted-secret') });
  });
});

const signedFor = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;
