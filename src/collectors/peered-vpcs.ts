import type { VpcId } from '../model/ids.ts';
import type { RouteTable } from '../model/kinds/route-tables.ts';
import type { VpcPeeringConnection } from '../model/kinds/vpc-peering-connections.ts';
import type { Kind } from '../model/sections.ts';
import type { UnreadVpc } from '../model/snapshot.ts';
import type { Item } from './collector.ts';
import { type Reading, type Readings, type Started, withMore } from './readings.ts';

/** The other VPC of a peering connection. */
export interface PeeredVpc {
  readonly vpcId: VpcId;
  readonly connectionId: string;
}

const isConnection = (item: Item<Kind>): item is VpcPeeringConnection => 'requester' in item;
const isTable = (item: Item<Kind>): item is RouteTable => 'associations' in item;

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

const orNothing = (reading: Reading): Reading =>
  reading.status === 'unavailable' ? { status: 'collected', items: [] } : reading;

/** What is read of other VPCs beside the functions' own, whose sections a read about another VPC never takes away. */
export const withPeers = (own: Readings, ofPeers: readonly Started[]): Readings =>
  withMore(
    own,
    ofPeers.map(([kind, reading]) => [kind, reading.then(orNothing)]),
  );

/**
 * Reads about these VPCs that failed where the same read about the functions' own VPCs did not; if that failed too, the
 * section says so.
 */
export const unreadPeers = async (
  vpcIds: readonly VpcId[],
  own: Readings,
  ofPeers: readonly Started[],
): Promise<readonly UnreadVpc[]> => {
  const failed = await Promise.all(
    ofPeers.map(async ([section, reading]) => {
      const [ours, theirs] = await Promise.all([own.get(section), reading]);
      if (ours?.status !== 'collected' || theirs.status === 'collected') return [];
      const { action, reason } = theirs;
      return vpcIds.map((vpcId): UnreadVpc => ({ vpcId, section, action, reason }));
    }),
  );
  return failed.flat();
};
