import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Snapshot } from '../../../src/model/snapshot.ts';
import { startAwsServer } from './server.ts';

/**
 * The server as a process of its own: prints its address, then serves until its standard input closes or it gets
 * SIGTERM. With --json-log it writes what it recorded when it ends.
 */
const { values } = parseArgs({
  options: {
    snapshot: { type: 'string' },
    port: { type: 'string', default: '0' },
    delay: { type: 'string', default: '0' },
    'json-log': { type: 'string' },
  },
});
if (values.snapshot === undefined) throw new Error('--snapshot FILE is missing');

const server = await startAwsServer({
  snapshot: Snapshot.parse(JSON.parse(readFileSync(values.snapshot, 'utf8'))),
  port: Number(values.port),
  delayMs: Number(values.delay),
});
console.log(server.url);

const stop = async (): Promise<void> => {
  const { requests, sockets, maxConcurrent } = server;
  const log = values['json-log'];
  if (log !== undefined) writeFileSync(log, `${JSON.stringify({ requests, sockets, maxConcurrent }, null, 2)}\n`);
  await server.close();
  process.stdin.destroy();
};
process.once('SIGTERM', stop);
process.stdin.resume().once('end', stop);
