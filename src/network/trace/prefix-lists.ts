import type { Snapshot } from '../../model/snapshot.ts';
import type { Family } from '../address.ts';
import { type Block, readBlock } from './block.ts';
import { findOrNull, itemsOf } from './items.ts';

/** Addresses of one family in a prefix list; null if they are not known. */
export type PrefixListBlocks = (id: string) => readonly Block[] | null;

export const prefixListBlocks = ({ sections }: Snapshot, family: Family): PrefixListBlocks => {
  const lists = itemsOf(sections.prefixLists);
  return (id) => {
    const cidrs = findOrNull(lists, id)?.cidrs;
    if (cidrs?.status !== 'known') return null;
    return cidrs.value.map((cidr) => readBlock(cidr, family)).filter((block) => block !== null);
  };
};
