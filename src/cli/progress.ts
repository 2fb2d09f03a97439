import { plainText } from '../report/plain-text.ts';
import type { Io } from './io.ts';

/** One line on a terminal that says what the run is waiting for. */
export interface WaitingLine {
  show(phase: string): void;
  erase(): void;
}

const startOfLine = '\r\u001b[2K';
const silent: WaitingLine = { show: () => undefined, erase: () => undefined };

/** The line is for a person who watches: a log, a CI run and a terminal that cannot erase get none. */
export const waitingLine = ({ stderr, env }: Io): WaitingLine => {
  if (!stderr.isTTY || (env['CI'] ?? '') !== '' || env['TERM'] === 'dumb') return silent;
  // A terminal that does not know its width says 0.
  const width = Math.max(10, (stderr.columns || 80) - 1);
  return {
    show: (phase) => stderr.write(`${startOfLine}${plainText(`lambda-net-doctor: ${phase} …`).slice(0, width)}`),
    erase: () => stderr.write(startOfLine),
  };
};
