import type { Writable } from 'node:stream';
import { UserError } from '../errors.ts';
import { partsOf } from './pages.ts';
import { systemErrorCode, systemErrorWords } from './system-error.ts';

const goneReader = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Waits for a promise, unless the run is interrupted first. */
export const untilAborted = <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });

/** Writes a part of a report; false if its reader went away. */
const writePart = (stdout: Writable, part: Uint8Array): Promise<boolean> =>
  new Promise((resolve, reject) => {
    stdout.write(part, (error) => {
      if (!error || goneReader.has(systemErrorCode(error) ?? '')) resolve(!error);
      else reject(new UserError(`the report cannot be written to stdout: ${systemErrorWords(error) ?? 'it failed'}`));
    });
  });

/** Writes a report. A reader that went away (`| head -1`) ends it quietly. */
export const writeReport = async (stdout: Writable, pieces: readonly string[], signal: AbortSignal): Promise<void> => {
  for (const part of partsOf(pieces)) if (!(await untilAborted(writePart(stdout, part), signal))) return;
};
