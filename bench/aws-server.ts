import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedRequest } from '../test/support/aws-server/recorder.ts';
import { environment, home } from './environment.ts';

/** What the server saw of its clients. */
export interface Log {
  readonly requests: readonly RecordedRequest[];
  readonly sockets: number;
  readonly maxConcurrent: number;
}

/**
 * Runs the AWS server of the tests as a process of its own, which takes `delayMs` for every answer, while `use` talks
 * to it. Gives what `use` gives, and what the server saw.
 */
export const withAwsServer = async <Result>(
  snapshot: string,
  delayMs: number,
  use: (url: string) => Result,
): Promise<{ readonly result: Result; readonly log: Log }> => {
  const program = fileURLToPath(new URL('aws-server.mjs', import.meta.url));
  const file = join(home, `aws-server-${delayMs}.json`);
  const args = [program, '--snapshot', snapshot, '--delay', String(delayMs), '--json-log', file];
  const server = spawn(process.execPath, args, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  try {
    const [line] = await Promise.race([once(server.stdout, 'data'), ended.then(() => [''])]);
    const url = String(line).trim();
    if (url === '') throw new Error('the AWS server did not start');
    const result = use(url);
    server.stdin.end();
    await ended;
    return { result, log: JSON.parse(readFileSync(file, 'utf8')) };
  } finally {
    server.kill();
    await ended;
  }
};
