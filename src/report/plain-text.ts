const esc = '\u001b';
const endOfString = `\u0007|${esc}\\\\|\u009c`;

/** ECMA-48: control sequences (colour, cursor), control strings (window title, links), and shorter escapes. */
const escapeSequence = new RegExp(
  [
    `(?:${esc}\\[|\u009b)[0-?]*[ -/]*[@-~]`,
    `(?:${esc}[PX\\]^_]|[\u0090\u0098\u009d-\u009f])[^\u0007${esc}\u0080-\u009f]*(?:${endOfString})`,
    `${esc}[ -/]*[0-~]?`,
  ].join('|'),
  'gu',
);
const lineBreak = /[\r\n\t\v\f\u0085\u2028\u2029]+/gu;
/** What is left of controls, what reverses or reorders text (bidi), and halves of characters. */
const unsafe = /\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/gu;

/**
 * Text from AWS (Name tags, group names, reasons) that is safe to print: no control characters, no escape sequences,
 * no bidirectional controls, on one line. Whoever can tag a subnet must not be able to write to a terminal.
 */
export const plainText = (text: string): string =>
  text.replace(lineBreak, ' ').replace(escapeSequence, '').replace(unsafe, '');

/** A copy of plain data in which every string is safe to print. */
export const plainCopy = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? plainText(part) : part)));
