/** Damerau's distance: letters added, dropped, changed or swapped with their neighbour. */
export const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(
        Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + changed, swapped),
      );
    }
  }
  return at(a.length, b.length);
};

const isInside = (a: string, b: string): boolean => a.length > 2 && b.includes(a);

/** The words that look like what was typed, in any case of letters: nearest first, at most three. */
export const lookAlikes = (typed: string, words: readonly string[]): readonly string[] => {
  const wanted = typed.toLowerCase();
  // Of a short word, two letters would be nearly all.
  const within = Math.min(2, Math.floor(wanted.length / 2));
  return words
    .map((word) => ({ word, small: word.toLowerCase() }))
    .map(({ word, small }) => ({ word, small, far: distance(wanted, small) }))
    .filter(({ small, far }) => far <= within || isInside(wanted, small) || isInside(small, wanted))
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
};
