import type { Route } from '../../model/kinds/route-tables.ts';
import type { Family } from '../address.ts';
import { type Block, readBlock } from './block.ts';
import type { PrefixListBlocks } from './prefix-lists.ts';

/** One block of addresses that a route serves; null if its prefix list could not be read, so that it may serve any. */
export interface RouteLine {
  readonly route: Route;
  readonly block: Block | null;
  /** Static before prefix list before propagated; null if the origin is a word that this version does not know. */
  readonly rank: number | null;
}

const rankOf = ({ destination, origin }: Route): number | null => {
  if (origin?.startsWith('unknown:')) return null;
  if (origin === 'EnableVgwRoutePropagation' || origin === 'Advertisement') return 0;
  return destination.kind === 'prefix-list' ? 1 : 2;
};

const blocksOfRoute = (
  { destination }: Route,
  blocksOf: PrefixListBlocks,
  family: Family,
): readonly (Block | null)[] => {
  if (destination.kind === 'unknown') return [null];
  if (destination.kind === 'prefix-list') return blocksOf(destination.id) ?? [null];
  const block = readBlock(destination.cidr, family);
  return block === null ? [] : [block];
};

export const readRoutes = (route: Route, blocksOf: PrefixListBlocks, family: Family): readonly RouteLine[] =>
  blocksOfRoute(route, blocksOf, family).map((block) => ({ route, block, rank: rankOf(route) }));

/** The text with which AWS shows a route's destination. */
export const destinationText = ({ destination }: Route): string =>
  'cidr' in destination ? destination.cidr : 'id' in destination ? destination.id : destination.raw;
