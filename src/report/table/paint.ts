import type { Hop, Severity, Verdict } from '../../model/report.ts';

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof codes;
export type Paint = (style: Style, text: string) => string;

/** Colours text with SGR sequences, or leaves it as it is. Colour never carries a meaning of its own. */
export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color && text !== '' ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text;

export const verdictStyles: Readonly<Record<Verdict, Style>> = {
  reachable: 'green',
  blocked: 'red',
  partial: 'yellow',
  unknown: 'yellow',
};

export const hopStyles: Readonly<Record<Hop['verdict'], Style>> = {
  passes: 'green',
  blocks: 'red',
  partial: 'yellow',
  unknown: 'yellow',
  'not-reached': 'dim',
};

export const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' };
