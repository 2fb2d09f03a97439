import { addressBits, type Family, parseAddress, parseCidr, prefixLength } from '../address.ts';

/** An IPv4 address as a number, which is fast; an IPv6 address as a bigint, which is exact. */
export type Address = number | bigint;

/** Addresses `first` to `last` of one family; `length` is that of the prefix. */
export interface Block {
  readonly first: Address;
  readonly last: Address;
  readonly length: number;
}

/** A CIDR block of a family; null for one of the other family, which covers none of its addresses. */
export const readBlock = (cidr: string, family: Family): Block | null => {
  const range = parseCidr(cidr);
  if (range === null || range.family !== family) return null;
  const length = prefixLength(range);
  if (family === 'ipv6') return { first: range.from, last: range.to - 1n, length };
  return { first: Number(range.from), last: Number(range.to) - 1, length };
};

export const inBlock = (address: Address, block: Block): boolean => address >= block.first && address <= block.last;

/** Whether a block is one single address. */
export const isSingle = ({ length }: Block, family: Family): boolean => length === addressBits[family];

export const familyOf = (address: Address): Family => (typeof address === 'bigint' ? 'ipv6' : 'ipv4');

/** An address of a family; null if the text is none. */
export const readAddress = (text: string): Address | null => {
  const address = parseAddress(text);
  if (address === null) return null;
  return address.family === 'ipv4' ? Number(address.value) : address.value;
};

export const isInside = ({ blocks }: { readonly blocks: readonly Block[] }, address: Address): boolean => {
  for (const block of blocks) if (inBlock(address, block)) return true;
  return false;
};
