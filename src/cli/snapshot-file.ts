import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import isSnapshot from '../model/is-snapshot.generated.mjs';
import type { Snapshot } from '../model/snapshot.ts';
import { plainText } from '../report/plain-text.ts';
import { readInput } from './input.ts';
import type { Io } from './io.ts';

/** A snapshot of 100,000 functions takes 50 MB; what is larger than this is something else. */
const mostMebibytes = 256;

const mostBytes = mostMebibytes * 1024 * 1024;

const howToSave = 'save one with: lambda-net-doctor <function-name> --save-snapshot FILE';

const parseJson = (text: string, named: string): unknown => {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') throw new UserError(`${named} is empty`, howToSave);
  try {
    return JSON.parse(json);
  } catch {
    throw new UserError(`${named} is not JSON, so it is no snapshot`, howToSave);
  }
};

/** With nothing to diagnose, a run would find nothing wrong. */
const isWithoutFunctions = ({ sections: { functions }, unreadFunctions }: Snapshot): boolean =>
  functions.status === 'collected' && functions.items.length === 0 && unreadFunctions.length === 0;

/** Reads a file in one go, which takes half the time of many reads; what the system does not tell the size of, in parts. */
const streamOf = async (file: string): Promise<Readable> => {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  return createReadStream(file, size === 0 ? {} : { highWaterMark: Math.min(size, mostBytes) });
};

/**
 * Reads a snapshot that an earlier run saved; `-` is stdin. Whatever else the file holds is refused in one sentence
 * that says where and why.
 */
export const readSnapshotFile = async (file: string, io: Io): Promise<Snapshot> => {
  const named = file === '-' ? 'stdin' : plainText(file);
  const tooLarge = new UserError(`${named} is larger than ${mostMebibytes} MiB and no snapshot`, howToSave);
  const bytes = await readInput(file === '-' ? io.stdin() : await streamOf(file), {
    named,
    mostBytes,
    tooLarge,
    signal: io.signal,
  });
  const value = parseJson(bytes.toString('utf8'), named);
  if (isSnapshot(value)) {
    if (isWithoutFunctions(value)) throw new UserError(`${named} holds no function`, howToSave);
    return value;
  }
  const { problemOf } = await import('./snapshot-check.ts');
  const { problem, hint } = problemOf(value);
  throw new UserError(`${named} ${problem}`, hint);
};
