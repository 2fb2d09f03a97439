import { Readable, Writable } from 'node:stream';
import type { Io, Screen } from '../../src/cli/io.ts';

/** Keeps what is written to it. */
export class Paper extends Writable implements Screen {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(terminal: { readonly columns: number } | null = null) {
    super();
    this.isTTY = terminal !== null;
    this.columns = terminal?.columns ?? 0;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface TestIo extends Io {
  readonly stdout: Paper;
  readonly stderr: Paper;
}

/** What a process would give to the program, in memory. */
export const testIo = (over: Partial<TestIo> = {}): TestIo => ({
  stdin: () => Readable.from([]),
  stdout: new Paper(),
  stderr: new Paper(),
  env: {},
  cwd: () => '/',
  now: () => new Date('2026-10-05T08:30:00.000Z'),
  expectMuchWork: () => Promise.resolve(),
  signal: new AbortController().signal,
  ...over,
});
