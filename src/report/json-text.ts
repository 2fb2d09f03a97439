/** JSON leaves DEL, C1 controls, line separators and bidirectional controls as they are; a terminal would obey them. */
const unsafe = /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A JSON document with a two-space indent and a newline at its end, safe to print. With `fields`, only those are
 * written and in that order.
 */
export const jsonText = (value: object, fields?: readonly string[]): string =>
  `${JSON.stringify(value, fields === undefined ? null : [...fields], 2).replace(unsafe, escaped)}\n`;
