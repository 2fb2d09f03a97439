/** A word that every POSIX shell takes as it stands; anything else is put in single quotes. */
const shellWord = (text: string): string =>
  /^[A-Za-z0-9:_./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

const shellWords = (value: string | number | readonly string[]): string =>
  Array.isArray(value) ? value.map(shellWord).join(',') : shellWord(String(value));

/**
 * A command of the AWS CLI as a template: each value becomes one shell word, each list words joined by commas. A value
 * that nobody knows is written in words between angle brackets, and its quotes keep a shell from reading them as files.
 */
export const command = (
  texts: TemplateStringsArray,
  ...values: readonly (string | number | readonly string[])[]
): string => texts.map((text, index) => (index === 0 ? text : shellWords(values[index - 1] ?? '') + text)).join('');
