import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  httpHandler,
  NoAnswerInTime,
  NoConnectionInTime,
  PatientHttpHandler,
} from '../../src/collectors/connection.ts';
import { startTinyAws } from './tiny-aws.ts';

const running: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const stop of running.splice(0)) stop();
});

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const client = (endpoint: string, requestHandler: PatientHttpHandler) =>
  new EC2Client({
    region: 'eu-west-1',
    endpoint,
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    requestHandler,
  });

describe('a request ends in time and is not tried again', () => {
  const table: Record<string, RequestListener> = {
    'if there is never an answer': () => undefined,
    'if the answer stops in its body': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.write('<DescribeSubnetsResponse>');
    },
    'if the answer trickles for ever': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  };

  it.each(Object.entries(table))('%s', async (_, listener) => {
    let requests = 0;
    const url = await listen((request, response) => {
      requests += 1;
      listener(request, response);
    });
    const handler = new PatientHttpHandler({}, { connect: 1_000, answer: 300 });
    const started = Date.now();
    await expect(client(url, handler).send(new DescribeSubnetsCommand({}))).rejects.toThrow(NoAnswerInTime);
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(requests).toBe(1);
    handler.destroy();
  });
});

/** Listens and never accepts, so that the kernel leaves a connection without an answer once its queue is full. */
const neverAccepts = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

it('a connection must stand in time, and is not tried again', async () => {
  const worker = new Worker(neverAccepts, { eval: true });
  const [port] = await once(worker, 'message');
  const queued: Socket[] = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const handler = new PatientHttpHandler({}, { connect: 200, answer: 20_000 });
  const started = Date.now();
  const call = client(`http://127.0.0.1:${port}`, handler).send(new DescribeSubnetsCommand({}));
  await expect(call).rejects.toThrow(NoConnectionInTime);
  expect(Date.now() - started).toBeLessThan(1_000);
  for (const socket of queued) socket.destroy();
  handler.destroy();
  await worker.terminate();
});

it('a request that is aborted by its caller ends at once, and not as one that took too long', async () => {
  const url = await listen(() => undefined);
  const handler = new PatientHttpHandler({}, { connect: 1_000, answer: 20_000 });
  const abortSignal = AbortSignal.timeout(50);
  const call = client(url, handler).send(new DescribeSubnetsCommand({}), { abortSignal });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  handler.destroy();
});

describe('a proxy of the environment', () => {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };

  const asked = async (noProxy: string) => {
    const aws = await startTinyAws({});
    const seen: string[] = [];
    const proxy = await listen((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end('<Answer><subnetSet/></Answer>');
    });
    const env = { HTTP_PROXY: proxy, NO_PROXY: noProxy };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    for (const name of ['http_proxy', 'no_proxy', 'ALL_PROXY', 'all_proxy']) vi.stubEnv(name, undefined);
    const handler = await httpHandler(env, null, quiet);
    await client(aws.url, handler).send(new DescribeSubnetsCommand({}));
    handler.destroy();
    await aws.close();
    return { proxied: seen, direct: aws.requests, url: aws.url };
  };

  it('gets the requests', async () => {
    const { proxied, direct, url } = await asked('other.example');
    expect(proxied).toEqual([`${url}/`]);
    expect(direct).toEqual([]);
  });

  it('gets none for a host that NO_PROXY names', async () => {
    const { proxied, direct } = await asked('127.0.0.1');
    expect(proxied).toEqual([]);
    expect(direct).toHaveLength(1);
  });
});
