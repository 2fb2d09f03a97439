import type { VpcId } from '../model/ids.ts';
import type { RouteTable } from '../model/kinds/route-tables.ts';
import type { VpcPeeringConnection } from '../model/kinds/vpc-peering-connections.ts';
import type { Kind } from '../model/sections.ts';
import type { Item } from './collector.ts';

/** The other VPC of a peering connection. */
export interface PeeredVpc {
  readonly vpcId: VpcId;
  readonly connectionId: string;
}

const isConnection = (item: Item<Kind>): item is VpcPeeringConnection => 'requester' in item;
const isTable = (item: Item<Kind>): item is RouteTable => 'routes' in item;

/**
 * VPCs of the same account and Region behind active peering connections of these VPCs; another account's or Region's
 * cannot be read. A connection has its region and account on both sides.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnectionVpcInfo.html
 */
export const peeredVpcs = (vpcIds: readonly string[], items: readonly Item<Kind>[]): readonly PeeredVpc[] =>
  items.filter(isConnection).flatMap(({ id, status, requester, accepter }) => {
    const isOurs = requester.ownerId !== null && requester.ownerId === accepter.ownerId;
    const isHere = requester.region !== null && requester.region === accepter.region;
    if (status !== 'active' || !isOurs || !isHere) return [];
    const sides = [requester.vpcId, accepter.vpcId];
    if (!sides.some((side) => side !== null && vpcIds.includes(side))) return [];
    return sides.flatMap((vpcId) => (vpcId === null || vpcIds.includes(vpcId) ? [] : [{ vpcId, connectionId: id }]));
  });

/** Those to which a route of these VPCs leads. */
export const routedTo = (
  peered: readonly PeeredVpc[],
  vpcIds: readonly string[],
  items: readonly Item<Kind>[],
): readonly PeeredVpc[] => {
  const tables = items.filter((item) => isTable(item)).filter(({ vpcId }) => vpcIds.includes(vpcId));
  const targets = new Set<string>(
    tables.flatMap(({ routes }) => routes.map(({ target }) => ('id' in target ? target.id : ''))),
  );
  return peered.filter(({ connectionId }) => targets.has(connectionId));
};
