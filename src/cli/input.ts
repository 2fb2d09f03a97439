import { addAbortSignal, type Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import { systemErrorWords } from './system-error.ts';

export interface InputOptions {
  /** What is read, safe to print. */
  readonly named: string;
  readonly mostBytes: number;
  /** Thrown as soon as more than that has come. */
  readonly tooLarge: UserError;
  readonly signal: AbortSignal;
}

const readAll = async (stream: Readable, { mostBytes, tooLarge }: InputOptions): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) throw tooLarge;
    chunks.push(bytes);
  }
  const [first, ...further] = chunks;
  return first !== undefined && further.length === 0 ? first : Buffer.concat(chunks);
};

/** The bytes of a file or of stdin; what the operating system has against it is said in words. */
export const readInput = async (stream: Readable, options: InputOptions): Promise<Buffer> => {
  try {
    return await readAll(addAbortSignal(options.signal, stream), options);
  } catch (error) {
    options.signal.throwIfAborted();
    const words = error instanceof UserError ? null : systemErrorWords(error);
    throw words === null ? error : new UserError(`${options.named} cannot be read: ${words}`);
  }
};
