/** Damerau's distance: how many letters have to be added, dropped, changed or swapped with their neighbour. */
const distance = (a: string, b: string): number => {
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
};

const longestComparable = 200;

/** The words that look like what was typed, nearest first, at most three. */
export const lookAlikes = (typed: string, words: readonly string[]): readonly string[] => {
  if (typed === '' || typed.length > longestComparable) return [];
  const within = Math.min(2, Math.floor(typed.length / 2));
  return words
    .map((word) => ({ word, far: distance(typed, word), inside: typed.length > 2 && word.includes(typed) }))
    .filter(({ far, inside }) => far <= within || inside)
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
};

/** `; did you mean a, b or c?`, or nothing where no word looks alike. */
export const didYouMean = (typed: string, words: readonly string[]): string => {
  const near = lookAlikes(typed, words);
  if (near.length === 0) return '';
  const last = near.at(-1);
  const list = near.length === 1 ? last : `${near.slice(0, -1).join(', ')} or ${last}`;
  return `; did you mean ${list}?`;
};
