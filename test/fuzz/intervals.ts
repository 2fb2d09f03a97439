import { readBlock } from '../../src/network/trace/block.ts';

/** Numbers `first` to `last` that no bound tells apart. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

export const sizeOf = ({ first, last }: Interval): number => last - first + 1;

export const contains = (interval: Interval, number: number): boolean =>
  number >= interval.first && number <= interval.last;

/** Its first and its last number: packets lie on and beside every bound. */
export const endsOf = ({ first, last }: Interval): readonly number[] => [first, last];

/** A range cut before each bound. */
export const cut = ({ first, last }: Interval, bounds: Iterable<number>): Interval[] => {
  const inside = new Set([...bounds].filter((bound) => bound > first && bound <= last));
  const starts = [first, ...[...inside].sort((one, other) => one - other)];
  return starts.map((start, index) => ({ first: start, last: (starts[index + 1] ?? last + 1) - 1 }));
};

export const intervalOf = (cidr: string): Interval => {
  const block = readBlock(cidr);
  if (block === null) throw new Error(`${cidr} is no IPv4 block`);
  return block;
};

/** Bounds of every IPv4 address and block that a snapshot mentions anywhere, in whatever role. */
export const addressBounds = (snapshotText: string): number[] =>
  [...new Set(snapshotText.match(/(?<=")\d+\.\d+\.\d+\.\d+(?:\/\d+)?(?=")/g))]
    .map(intervalOf)
    .flatMap(({ first, last }) => [first, last + 1]);

/** Bounds of every port range that a snapshot mentions. */
export const portBounds = (snapshotText: string): number[] => [
  ...[...snapshotText.matchAll(/"from":(\d+)/g)].map((match) => Number(match[1])),
  ...[...snapshotText.matchAll(/"to":(\d+)/g)].map((match) => Number(match[1]) + 1),
];
