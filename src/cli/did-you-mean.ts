import { lookAlikes } from '../look-alikes.ts';

/** A shorter word looks like anything; a longer one like nothing. */
const comparable = { shortest: 3, longest: 200 };

/** The words that look like what was typed. */
export const similar = (typed: string, words: readonly string[]): readonly string[] =>
  typed.length < comparable.shortest || typed.length > comparable.longest ? [] : lookAlikes(typed, words);

/** `; did you mean a, b or c?`, or nothing where there is nothing to suggest. */
export const suggestion = (words: readonly string[]): string => {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? `; did you mean ${last}?` : `; did you mean ${words.slice(0, -1).join(', ')} or ${last}?`;
};

/** Suggests the words that look like what was typed. */
export const didYouMean = (typed: string, words: readonly string[]): string => suggestion(similar(typed, words));
