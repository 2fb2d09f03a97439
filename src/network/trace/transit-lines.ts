import type { TransitGatewayRoute, TransitGatewayRouteTable } from '../../model/kinds/transit-gateway-route-tables.ts';
import type { Family } from '../address.ts';
import { type Block, readBlock } from './block.ts';

/** One route of a transit gateway for addresses of one family. */
export interface TransitLine {
  readonly block: Block;
  /** Static before prefix list before propagated; null for types whose place is not documented. */
  readonly rank: number | null;
  readonly state: TransitGatewayRoute['state'];
}

const rankOf = ({ type, prefixListId }: TransitGatewayRoute): number | null => {
  if (type === 'static') return prefixListId === null ? 2 : 1;
  return type === 'propagated' ? 0 : null;
};

const isRange = ({ cidr }: TransitGatewayRoute): boolean =>
  readBlock(cidr, 'ipv4') !== null || readBlock(cidr, 'ipv6') !== null;

/** The routes of a table for a family; null if they are not all known. */
export const readTransitTable = ({ id, routes }: TransitGatewayRouteTable, family: Family) => {
  if (routes.status === 'unavailable' || !routes.value.every(isRange)) return { id, lines: null };
  const lines = routes.value.flatMap((route): TransitLine[] => {
    const block = readBlock(route.cidr, family);
    return block === null ? [] : [{ block, rank: rankOf(route), state: route.state }];
  });
  return { id, lines };
};
