import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
export interface Screen extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything that the program gets from the process that runs it. */
export interface Io {
  /** Opened only if it is read, since opening it takes milliseconds. */
  readonly stdin: () => Readable;
  /** The report and nothing else. */
  readonly stdout: Screen;
  /** Errors, hints and the waiting line. */
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory; fails if that is gone. */
  readonly cwd: () => string;
  readonly now: () => Date;
  /** Makes the process ready for work that takes longer than starting it. */
  readonly expectMuchWork: () => Promise<void>;
  /** Aborted without a reason of our own by an interrupt; with the error by one that nobody caught. */
  readonly signal: AbortSignal;
}
