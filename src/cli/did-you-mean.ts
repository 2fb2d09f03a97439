import { lookAlikes } from '../look-alikes.ts';

const longestComparable = 200;

/** `; did you mean a, b or c?`, or nothing where no word looks alike. */
export const didYouMean = (typed: string, words: readonly string[]): string => {
  const near = typed.length > longestComparable ? [] : lookAlikes(typed, words);
  const [only, second] = near;
  if (only === undefined) return '';
  if (second === undefined) return `; did you mean ${only}?`;
  return `; did you mean ${near.slice(0, -1).join(', ')} or ${near.at(-1)}?`;
};
