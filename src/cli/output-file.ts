import { randomUUID } from 'node:crypto';
import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { plainText } from '../report/plain-text.ts';
import { pagesOf } from './pages.ts';
import { systemErrorWords } from './system-error.ts';

const existing = async (file: string) => {
  try {
    return await stat(file);
  } catch {
    return null;
  }
};

const inWords = (file: string, error: unknown): unknown => {
  const words = systemErrorWords(error);
  return words === null ? error : new UserError(`${plainText(file)} cannot be written: ${words}`);
};

/** Finds out before anything is asked whether a file could be written. */
export const checkOutputFile = async (file: string): Promise<void> => {
  const found = await existing(file);
  try {
    await access(found === null || found.isFile() ? `${dirname(file)}/` : file, constants.W_OK);
    if (found?.isFile()) await access(file, constants.W_OK);
  } catch (error) {
    throw inWords(file, error);
  }
  if (found?.isDirectory()) throw new UserError(`${plainText(file)} cannot be written: it is a folder`);
};

const replace = async (file: string, pieces: readonly string[], mode: number, signal: AbortSignal): Promise<void> => {
  const beside = join(dirname(file), `.lambda-net-doctor-${randomUUID()}.tmp`);
  try {
    await writeFile(beside, pagesOf(pieces), { flag: 'wx', mode, signal });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
};

/**
 * Writes a file all at once: beside it first, then in its place, so that nobody ever reads a part of it. A link is
 * followed; a device or a pipe is written to directly. Without a mode, a file keeps the one that it has.
 */
export const writeOutputFile = async (
  file: string,
  pieces: readonly string[],
  options: { readonly signal: AbortSignal; readonly mode?: number },
): Promise<void> => {
  options.signal.throwIfAborted();
  try {
    const found = await existing(file);
    if (found !== null && !found.isFile()) await writeFile(file, pagesOf(pieces), { signal: options.signal });
    else {
      const place = found === null ? file : await realpath(file);
      await replace(place, pieces, options.mode ?? (found === null ? 0o666 : found.mode & 0o777), options.signal);
    }
  } catch (error) {
    options.signal.throwIfAborted();
    throw inWords(file, error);
  }
};
