import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import isSnapshot from '../model/is-snapshot.generated.mjs';
import type { Snapshot } from '../model/snapshot.ts';
import { plainText } from '../report/plain-text.ts';
import type { Io } from './io.ts';
import { systemErrorWords } from './system-error.ts';

/** A snapshot of 100,000 functions takes 50 MB; what is larger than this is something else. */
const mostMebibytes = 256;

const howToSave = 'save one with: lambda-net-doctor <function-name> --save-snapshot FILE';

const readAll = async (stream: Readable, named: string): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostMebibytes * 1024 * 1024) {
      throw new UserError(`${named} is larger than ${mostMebibytes} MiB and no snapshot`, howToSave);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const readText = async (file: string, named: string, io: Io): Promise<string> => {
  try {
    return await readAll(addAbortSignal(io.signal, file === '-' ? io.stdin() : createReadStream(file)), named);
  } catch (error) {
    io.signal.throwIfAborted();
    const words = error instanceof UserError ? null : systemErrorWords(error);
    throw words === null ? error : new UserError(`${named} cannot be read: ${words}`);
  }
};

const parseJson = (text: string, named: string): unknown => {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') throw new UserError(`${named} is empty`, howToSave);
  try {
    return JSON.parse(json);
  } catch {
    throw new UserError(`${named} is not JSON, so it is no snapshot`, howToSave);
  }
};

/**
 * Reads a snapshot that an earlier run saved; `-` is stdin. Whatever else the file holds is refused in one sentence
 * that says where and why.
 */
export const readSnapshotFile = async (file: string, io: Io): Promise<Snapshot> => {
  const named = file === '-' ? 'stdin' : plainText(file);
  const value = parseJson(await readText(file, named, io), named);
  if (isSnapshot(value)) return value;
  const { problemOf } = await import('./snapshot-check.ts');
  const { problem, hint } = problemOf(value);
  throw new UserError(`${named} ${problem}`, hint);
};
