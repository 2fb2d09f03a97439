import { plainText } from '../plain-text.ts';
import { fullStop } from '../words.ts';

/**
 * Text for a SARIF message: one line, no backquotes (GitHub drops them), and nothing that reads as a link, since
 * plain SARIF text may hold `[text](address)` and part of ours are names that others chose.
 */
export const message = (text: string): string => plainText(text).replaceAll('`', "'").replaceAll('](', '] (').trim();

/** The same as a sentence with its full stop. */
export const sentence = (text: string): string => fullStop(message(text));

/** Cuts to what GitHub takes, without cutting a character in half. */
export const atMost = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`;
