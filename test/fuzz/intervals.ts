import type { Family } from '../../src/network/address.ts';
import { type Address, readBlock } from '../../src/network/trace/block.ts';

/** Ports, or addresses of one family, from `first` to `last`, that no bound tells apart. */
export interface Interval {
  readonly first: Address;
  readonly last: Address;
}

export const sizeOf = ({ first, last }: Interval): number => Number(BigInt(last) - BigInt(first)) + 1;

export const after = (address: Address): Address => (typeof address === 'bigint' ? address + 1n : address + 1);
export const before = (address: Address): Address => (typeof address === 'bigint' ? address - 1n : address - 1);

export const contains = (interval: Interval, number: Address): boolean =>
  number >= interval.first && number <= interval.last;

/** Its first and its last number: packets lie on and beside every bound. */
export const endsOf = ({ first, last }: Interval): readonly Address[] => [first, last];

/** A range cut before each bound. */
export const cut = ({ first, last }: Interval, bounds: Iterable<Address>): Interval[] => {
  const inside = new Set([...bounds].filter((bound) => bound > first && bound <= last));
  const starts = [first, ...[...inside].sort((one, other) => (one < other ? -1 : 1))];
  return starts.map((start, index) => ({ first: start, last: before(starts[index + 1] ?? after(last)) }));
};

export const intervalOf = (cidr: string): Interval => {
  const block = readBlock(cidr, cidr.includes(':') ? 'ipv6' : 'ipv4');
  if (block === null) throw new Error(`${cidr} is no block of addresses`);
  return block;
};

/** Bounds of every address and block of a family that a snapshot mentions anywhere, in whatever role. */
export const addressBounds = (snapshotText: string, family: Family): Address[] =>
  [...new Set(snapshotText.match(/(?<=")[\da-fA-F:.]+(?:\/\d+)?(?=")/g))]
    .map((text) => readBlock(text, family))
    .flatMap((block) => (block === null ? [] : [block.first, after(block.last)]));

/** Bounds of every port range that a snapshot mentions. */
export const portBounds = (snapshotText: string): number[] => [
  ...[...snapshotText.matchAll(/"from":(\d+)/g)].map((match) => Number(match[1])),
  ...[...snapshotText.matchAll(/"to":(\d+)/g)].map((match) => Number(match[1]) + 1),
];
