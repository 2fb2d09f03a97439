import type { SubnetId, VpcId } from '../model/ids.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Doubt } from './doubt.ts';
import { itemsOf, lookup, type World } from './world.ts';

/** A subnet whose record could not be read, and the world as far as it is known to concern it. */
export interface UnreadSubnet {
  readonly subnet: Subnet;
  readonly world: World;
}

/** The VPC of a network ACL or route table that names the subnet, each of which serves subnets of its own VPC only. */
const provenVpc = (world: World, id: SubnetId): VpcId | undefined =>
  itemsOf(world.networkAcls).find(({ subnetIds }) => subnetIds.includes(id))?.vpcId ??
  itemsOf(world.routeTables).find(({ associations }) => associations.some(({ subnetId }) => subnetId === id))?.vpcId;

/** Every subnet belongs to the account that owns its VPC. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html */
const ownerOf = (world: World, vpcId: VpcId): string | null => {
  const vpc = lookup(world.vpcs, vpcId);
  return vpc.status === 'found' ? vpc.item.ownerId : null;
};

const nothingElseKnownOf = (id: SubnetId, vpcId: VpcId, ownerId: string | null): Subnet => ({
  id,
  name: null,
  vpcId,
  availabilityZone: null,
  availabilityZoneId: null,
  cidr: null,
  ipv6Cidrs: [],
  ipv6Native: null,
  enableDns64: null,
  availableIpAddressCount: null,
  ownerId,
  outpostArn: null,
  internetGatewayBlockMode: null,
});

/**
 * What other resources say of a subnet. If none names it, its VPC is not certain, since that which Lambda reports can
 * be out of date: then nothing of a VPC counts, and the function's security groups alone decide. Null if Lambda reports
 * no VPC either.
 */
export const unreadSubnet = (
  world: World,
  id: SubnetId,
  reportedVpcId: VpcId | null,
  doubt: Doubt,
): UnreadSubnet | null => {
  const vpcId = provenVpc(world, id);
  if (vpcId !== undefined) return { subnet: nothingElseKnownOf(id, vpcId, ownerOf(world, vpcId)), world };
  if (reportedVpcId === null) return null;
  const unread = { status: 'unavailable', doubt } as const;
  const withoutVpc: World = { ...world, vpcs: unread, routeTables: unread, networkAcls: unread, compiled: new Map() };
  return { subnet: nothingElseKnownOf(id, reportedVpcId, null), world: withoutVpc };
};
