import Table from 'cli-table3';
import type { Reporter } from './reporter.ts';
import { type Block, type Cell, columnWidths, type Grid } from './table/block.ts';
import { plainReport } from './table/plain-report.ts';
import { reportBlocks } from './table/report-blocks.ts';
import { type Screen, screenOf } from './table/screen.ts';
import { clip, hang, widthOf, wrap } from './width.ts';

/** cli-table3 takes quadratic time in the number of rows. */
const mostRows = 200;
/** It also takes quadratic time in the length of a cell; the path and the findings tell long stories in full. */
const longestCell = 240;

const draw = (cell: Cell, width: number, { paint }: Screen): string =>
  wrap(clip(cell.text, longestCell), width)
    .map((line) => (cell.style === undefined ? line : paint(cell.style, line)))
    .join('\n');

const drawTable = (grid: Grid, screen: Screen): readonly string[] => {
  const widths = columnWidths(grid, screen.width);
  const table = new Table({
    head: widths.map((width, column) => draw({ text: grid.head[column] ?? '', style: 'bold' }, width, screen)),
    colWidths: widths.map((width) => width + 2),
    style: { head: [], border: [], compact: true },
  });
  table.push(...grid.rows.map((row) => row.map((cell, column) => draw(cell, widths[column] ?? 1, screen))));
  return table.toString().split('\n');
};

/** A row as a card, for screens on which no table fits: the short cells on the first line, the last one below. */
const drawCard = (row: readonly Cell[], { width }: Screen): readonly string[] => {
  const texts = row.map(({ text }) => text).filter((text) => text !== '');
  const oneLine = texts.join(' · ');
  return widthOf(oneLine) <= width
    ? [oneLine]
    : [...wrap(texts.slice(0, -1).join(' · '), width), ...hang('  ', texts.at(-1) ?? '', width)];
};

const drawGrid = (grid: Grid, screen: Screen): readonly string[] => {
  const shown = { head: grid.head, rows: grid.rows.slice(0, mostRows) };
  const left = grid.rows.length - shown.rows.length;
  const rows =
    screen.layout === 'cards' ? shown.rows.flatMap((row) => drawCard(row, screen)) : drawTable(shown, screen);
  const caption = grid.caption === undefined ? [] : hang('', grid.caption, screen.width);
  return [
    ...caption.map((line) => screen.paint('bold', line)),
    ...rows,
    ...(left > 0 ? [`… and ${left} more, not shown`] : []),
  ];
};

const drawBlock = (block: Block, screen: Screen): readonly string[] =>
  'grid' in block ? drawGrid(block.grid, screen) : block.lines;

/** The report for a person at a terminal: the answer first, then where it breaks, then what mends it. */
export const table: Reporter = (report, options) => {
  const safe = plainReport(report);
  const screen = screenOf(safe, options);
  const blocks = reportBlocks(safe, screen).map((block) => drawBlock(block, screen).join('\n'));
  return [blocks.join('\n\n'), '\n'];
};
