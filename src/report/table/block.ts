import { widthOf } from '../width.ts';
import type { Style } from './paint.ts';

export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

/** A grid of cells; the last column takes the width that the others leave. */
export interface Grid {
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A piece of the report; an empty line stands between two of them. */
export type Block = { readonly lines: readonly string[] } | { readonly grid: Grid };

/** A block of lines, or nothing if there are none. */
export const linesBlock = (lines: readonly string[]): readonly Block[] => (lines.length === 0 ? [] : [{ lines }]);

/** A grid without the columns in which no row says anything. */
export const gridBlock = (head: readonly string[], rows: Grid['rows'], caption?: string): Block => {
  const used = head.map((_, column) => rows.some((row) => row[column]?.text));
  const kept = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, column) => used[column]);
  return { grid: { head: kept(head), rows: rows.map(kept), ...(caption === undefined ? {} : { caption }) } };
};

const narrowest = 12;
const roomForText = 24;

/**
 * Widths of the columns, borders and padding not counted. Where the last column would get too little, the widest of the
 * others gives way.
 */
export const columnWidths = (grid: Grid, width: number): readonly number[] => {
  const natural = grid.head.map((title, column) =>
    Math.max(widthOf(title), ...grid.rows.map((row) => widthOf(row[column]?.text ?? ''))),
  );
  const room = width - 3 * natural.length - 1;
  const others = natural.slice(0, -1);
  const last = natural.at(-1) ?? 0;
  const left = (): number => room - others.reduce((sum, each) => sum + each, 0);
  while (left() < Math.min(last, roomForText) && Math.max(...others) > narrowest) {
    const largest = Math.max(...others);
    others[others.indexOf(largest)] = largest - 1;
  }
  return [...others, Math.max(Math.min(last, left()), 1)];
};
