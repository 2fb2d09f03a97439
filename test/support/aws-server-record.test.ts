import { DescribeNatGatewaysCommand, DescribeSubnetsCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, it } from 'vitest';
import { clientsOf } from './aws-server/clients.ts';
import { type AwsServer, startAwsServer } from './aws-server/server.ts';
import { healthy } from './network.ts';

let server: AwsServer;
afterEach(() => server.close());

const levels = () => new Map(server.requests.map(({ action, level }) => [action, level]));

describe('the record', () => {
  it('gives requests that run side by side one level, and one that waits for them the next', async () => {
    server = await startAwsServer({ snapshot: healthy, delayMs: 60 });
    const { ec2 } = clientsOf(server.url);
    await Promise.all([ec2.send(new DescribeSubnetsCommand({})), ec2.send(new DescribeVpcsCommand({}))]);
    await ec2.send(new DescribeNatGatewaysCommand({}));
    expect(levels()).toEqual(
      new Map([
        ['DescribeSubnets', 1],
        ['DescribeVpcs', 1],
        ['DescribeNatGateways', 2],
      ]),
    );
    expect(server.maxConcurrent).toBe(2);
    expect(server.sockets).toBe(2);
  });

  it('keeps the level of a first request for its retries', async () => {
    server = await startAwsServer({ snapshot: healthy });
    server.setFault('DescribeSubnets', { kind: 'throttled', times: 1 });
    const { ec2 } = clientsOf(server.url, { maxAttempts: 2 });
    await Promise.all([ec2.send(new DescribeSubnetsCommand({})), ec2.send(new DescribeVpcsCommand({}))]);
    const subnets = server.requests.filter(({ action }) => action === 'DescribeSubnets');
    expect(subnets).toMatchObject([
      { attempt: 1, level: 1, status: 503 },
      { attempt: 2, level: 1, status: 200 },
    ]);
  });

  it('keeps parameters, region, status and size of each request', async () => {
    server = await startAwsServer({ snapshot: healthy });
    const { ec2 } = clientsOf(server.url);
    const Filters = [{ Name: 'vpc-id', Values: ['vpc-0a1b2c3d4e5f60718'] }];
    await ec2.send(new DescribeSubnetsCommand({ Filters, MaxResults: 1000 }));
    expect(server.requests).toMatchObject([
      {
        service: 'ec2',
        action: 'DescribeSubnets',
        region: 'eu-west-1',
        attempt: 1,
        furtherPage: false,
        status: 200,
        parameters: { 'Filter.1.Name': 'vpc-id', 'Filter.1.Value.1': 'vpc-0a1b2c3d4e5f60718', MaxResults: '1000' },
      },
    ]);
    expect(server.requests[0]?.bytesSent).toBeGreaterThan(1000);
  });
});
