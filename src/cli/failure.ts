import { ExitCode, UserError } from '../errors.ts';
import { plainText } from '../report/plain-text.ts';
import { version } from './version.ts';

/** What a run that failed says on stderr, and its exit code. */
export interface Failure {
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Reason with which a run is aborted when the user interrupts it. */
export const interruptReason = 'SIGINT';

const longest = 1_000;

const frame = /^\s*at (?:(?:async |new )*([\w$.<>[\] ]{1,80}) \()?\S*?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/;

/** Where an error arose. Its message is left out: it may quote an answer of AWS, a file or a variable. */
const placesOf = (error: Error): readonly string[] => {
  const stack = error.stack ?? '';
  const message = stack.indexOf(error.message);
  const frames = message === -1 ? stack : stack.slice(message + error.message.length);
  return frames.split('\n').flatMap((line) => {
    const [, name, place] = frame.exec(line) ?? [];
    return place === undefined ? [] : [`  at ${name === undefined ? '' : `${name}, `}${place}`];
  });
};

const howToReport =
  'run it again with --save-snapshot FILE and attach that file, which holds no secret, to the bug report';

/** One line about a report in which two computations of this program differ; the report says about what. */
export const disagreementText = (count: number): string =>
  `error this is a bug of lambda-net-doctor ${version}: two of its computations disagree about ${count === 1 ? 'an answer, which is' : `${count} answers, which are`} shown as unknown; ${howToReport}\n`;

const bugText = (error: unknown): string => {
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  return [
    `error this is a bug of lambda-net-doctor ${version}: ${/^\w{1,60}$/.test(kind) ? kind : 'Error'}`,
    ...(error instanceof Error ? placesOf(error) : []),
    `  ${howToReport}`,
    '',
  ].join('\n');
};

/** A sentence may quote a file; nobody reads more of it than this. */
const short = (text: string): string => {
  const safe = plainText(text.slice(0, 2 * longest));
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
};

/** One sentence, and one command or value that mends it. */
export const errorText = (message: string, hint: string | null): string =>
  `error ${short(message)}\n${hint === null ? '' : `  ${short(hint)}\n`}`;

/** Tells failures that the user can mend from an interrupt and from bugs of this program. */
export const failureOf = (error: unknown): Failure => {
  if (error === interruptReason) {
    return { text: 'interrupted; nothing was changed\n', exitCode: ExitCode.interrupted };
  }
  if (error instanceof UserError) return { text: errorText(error.message, error.hint), exitCode: error.exitCode };
  return { text: bugText(error), exitCode: ExitCode.bug };
};
