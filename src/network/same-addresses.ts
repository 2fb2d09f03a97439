import type { Subnet } from '../model/kinds/subnets.ts';
import { parseCidr } from './address.ts';
import type { Doubt } from './doubt.ts';
import { itemsOf, lookup, type World } from './world.ts';

/** What has addresses, and the VPC in which it has them. */
export interface Placed {
  readonly id: string;
  readonly vpcId: string | null;
  readonly addresses: readonly string[];
}

interface Network {
  readonly vpcId: string;
  readonly cidrs: readonly string[];
}

/** The VPC of a subnet and those peered with it. */
const networksAround = (world: World, { vpcId }: Subnet): Network[] => {
  const own = lookup(world.vpcs, vpcId);
  const around = itemsOf(world.vpcPeeringConnections)
    .filter(({ requester, accepter }) => [requester.vpcId, accepter.vpcId].some((id) => id === vpcId))
    .flatMap(({ requester, accepter }) => [requester, accepter])
    .flatMap((side) => (side.vpcId === null ? [] : [{ vpcId: side.vpcId, cidrs: side.cidrs }]));
  return [...(own.status === 'found' ? [{ vpcId, cidrs: own.item.cidrs }] : []), ...around];
};

const holds = ({ cidrs }: Network, address: string): boolean =>
  cidrs.some((cidr) => {
    const [range, one] = [parseCidr(cidr), parseCidr(address)];
    return range !== null && one?.family === range.family && range.from <= one.from && one.to <= range.to;
  });

/**
 * Why packets from a subnet to such an address end elsewhere: its VPC, or one peered with it, has the same addresses as
 * the VPC that is meant. https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html
 */
export const doubtAboutPlace = (world: World, subnet: Subnet, meant: readonly Placed[]): Doubt | null => {
  const networks = networksAround(world, subnet);
  for (const { id, vpcId, addresses } of meant)
    for (const address of vpcId === null || vpcId === subnet.vpcId ? [] : addresses) {
      const other = networks.find((network) => network.vpcId !== vpcId && holds(network, address));
      const what = `${id} is in ${vpcId}, and packets to ${address} stay in ${other?.vpcId}, which has the same addresses`;
      if (other !== undefined) return { kind: 'out-of-sight', resource: id, what };
    }
  return null;
};
