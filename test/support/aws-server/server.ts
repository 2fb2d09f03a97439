import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { answerCall } from './answer.ts';
import { type AwsCall, parseCall } from './call.ts';
import { createFaultBook } from './fault-book.ts';
import type { Fault } from './faults.ts';
import { createRecorder, type RecordedRequest } from './recorder.ts';
import type { Reply } from './reply.ts';

export interface AwsServerOptions {
  /** What the account holds. A section that is unavailable in it is refused. */
  readonly snapshot: Snapshot;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** Time that every answer takes. */
  readonly delayMs?: number;
  /** Longest page of every list. */
  readonly pageSize?: number;
  /** Environment variables that every function carries, on top of those that the bundle names. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An AWS of our own on the loopback interface: EC2, EFS, IAM, Lambda and STS over HTTP. */
export interface AwsServer {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Connections opened so far. */
  readonly sockets: number;
  readonly maxConcurrent: number;
  /** Makes `action`, those of a service, or `all` that have no fault of their own, go wrong; null lifts it. */
  setFault(action: string, fault: Fault | null): void;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** A truncated answer promises its whole length, sends half and dies. */
const send = (response: ServerResponse, { status, headers, body, delivery }: Reply): void => {
  if (delivery === 'never') return;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (delivery === 'whole') response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
};

export const startAwsServer = async (options: AwsServerOptions): Promise<AwsServer> => {
  const started = performance.now();
  const recorder = createRecorder(() => performance.now() - started);
  const faults = createFaultBook();
  const sockets = new Map<Socket, number>();
  const stopped = new AbortController();
  let opened = 0;
  let requestNumber = 0;
  let lastActivity = 0;

  const pause = (ms: number) => wait(ms, undefined, { signal: stopped.signal });

  const untilQuiet = async (quietMs: number): Promise<void> => {
    for (let left = quietMs; left > 0; left = lastActivity + quietMs - performance.now()) await pause(left);
  };

  const replyTo = (call: AwsCall, fault: Fault | null): Reply => {
    requestNumber += 1;
    const requestId = `00000000-0000-4000-8000-${String(requestNumber).padStart(12, '0')}`;
    return answerCall(call, fault, options, requestId);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const call = parseCall(request.method ?? '', request.url ?? '/', request.headers, body);
    const recorded = recorder.arrived(call, sockets.get(request.socket) ?? 0);
    lastActivity = performance.now();
    const fault = faults.strike(call);
    const reply = replyTo(call, fault);
    response.once('close', () => {
      const complete = response.writableFinished ? Buffer.byteLength(reply.body) : 0;
      recorder.answered(recorded, reply.status, complete);
      if (fault?.kind !== 'held') lastActivity = performance.now();
    });
    const delay = (options.delayMs ?? 0) + (fault?.kind === 'delayed' ? fault.ms : 0);
    if (delay > 0) await pause(delay);
    if (fault?.kind === 'held') await untilQuiet(fault.quietMs);
    send(response, reply);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!stopped.signal.aborted) response.writeHead(500).end(`the test server failed: ${String(error)}`);
    });
  });
  server.on('connection', (socket) => {
    opened += 1;
    sockets.set(socket, opened);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    requests: recorder.requests,
    get sockets() {
      return opened;
    },
    get maxConcurrent() {
      return recorder.maxConcurrent();
    },
    setFault: (action, fault) => faults.set(action, fault),
    close: () => {
      stopped.abort();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
