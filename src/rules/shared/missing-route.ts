import type { VpcPeeringConnection } from '../../model/kinds/vpc-peering-connections.ts';
import type { AddressRange } from '../../network/address.ts';
import { parseCidr } from '../../network/address.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { destinationOf } from '../../network/destination-of.ts';
import { specialRanges } from '../../network/path/private-address.ts';
import { itemsOf } from '../../network/world.ts';
import type { Cause, RuleContext } from '../rule.ts';
import { askedIn, serviceOf } from './asked.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';
import { tableIdOf } from './ways-out.ts';

/** What a route table without a route to a target would need one for. */
export type MissingRoute =
  | { readonly to: 'internet' | 'service' | 'private network' }
  | {
      readonly to: 'peer';
      readonly connection: VpcPeeringConnection;
      readonly cidr: string;
      /** The tables of the subnets that lack it. */
      readonly tableIds: readonly string[];
    };

type Context = FixContext & Pick<RuleContext, 'questions' | 'region'>;

const lies = (range: AddressRange, within: AddressRange): boolean =>
  range.family === within.family && within.from <= range.from && range.to <= within.to;

/** The active connection of the VPC whose other side has all of these addresses, and the block that has them. */
const peerOf = ({ hints }: FixContext, vpcId: string, ranges: readonly AddressRange[]) => {
  for (const connection of itemsOf(hints.vpcPeeringConnections)) {
    const { requester, accepter, status } = connection;
    if (status !== 'active' || (requester.vpcId !== vpcId && accepter.vpcId !== vpcId)) continue;
    const far = requester.vpcId === vpcId ? accepter : requester;
    const cidr = [...far.cidrs, ...far.ipv6Cidrs].find((block) => {
      const within = parseCidr(block);
      return within !== null && ranges.every((range) => lies(range, within));
    });
    if (cidr !== undefined) return { to: 'peer', connection, cidr } as const;
  }
  return null;
};

const tablesOf = ({ hints, subnets }: FixContext, { subnetIds }: Cause): string[] => {
  const own = subnets.filter(({ id }) => subnetIds.includes(id));
  return [...new Set(own.flatMap((subnet) => tableIdOf(hints, subnet) ?? []))];
};

/** What would have to be in the table of a subnet from which no route leads to a target. */
export const missingRoute = (
  context: Context,
  cause: Cause<BlockerOf<'no-route' | 'private-address'>>,
): MissingRoute => {
  const [target] = askedIn(context, cause);
  const subnet = firstSubnetOf(context, cause);
  if (target === undefined || subnet === null || target.kind === 'internet' || target.kind === 'internet6')
    return { to: 'internet' };
  if (serviceOf(target, context.region) !== null) return { to: 'service' };
  const destination = destinationOf(context.hints, subnet, false, target);
  const ranges = destination.kind === 'addresses' ? destination.ranges : [];
  const peer = ranges.length === 0 ? null : peerOf(context, subnet.vpcId, ranges);
  if (peer !== null) return { ...peer, tableIds: tablesOf(context, cause) };
  const isPrivate = ranges.some((range) => specialRanges.some((special) => lies(range, special)));
  return { to: isPrivate || ranges.length === 0 ? 'private network' : 'internet' };
};
