/** JSON leaves DEL, C1 controls, line separators and bidirectional controls as they are; a terminal would obey them. */
const unsafe = /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Almost every text is ASCII without DEL, which is told much faster than what is unsafe in one that is not. */
const isPlain = (text: string): boolean => Buffer.byteLength(text) === text.length && !text.includes('\u007f');

/** JSON that means the same and is safe to print. */
export const printable = (json: string): string => (isPlain(json) ? json : json.replace(unsafe, escaped));

/** Texts in which nothing has to be escaped. */
const isSimple = /^[ !#-[\]-~]*$/u;

/** A text as JSON writes it, safe to print. */
export const quoted = (text: string): string => (isSimple.test(text) ? `"${text}"` : printable(JSON.stringify(text)));

/** A JSON document with a two-space indent and a newline at its end, safe to print. */
export const jsonText = (value: object): string => printable(`${JSON.stringify(value, null, 2)}\n`);
