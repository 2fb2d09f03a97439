import { parseAddress, parseCidr } from '../address.ts';

/** IPv4 addresses `first` to `last` as numbers; `length` is that of the prefix. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

/** An IPv4 CIDR block; null for IPv6, which never covers an IPv4 packet. */
export const readBlock = (cidr: string): Block | null => {
  const range = parseCidr(cidr);
  if (range === null || range.family !== 'ipv4') return null;
  const first = Number(range.from);
  const size = Number(range.to) - first;
  return { first, last: first + size - 1, length: 32 - Math.log2(size) };
};

export const inBlock = (address: number, block: Block): boolean => address >= block.first && address <= block.last;

/** An IPv4 address as a number; null if the text is none. */
export const readAddress = (text: string): number | null => {
  const address = parseAddress(text);
  return address === null || address.family !== 'ipv4' ? null : Number(address.value);
};
