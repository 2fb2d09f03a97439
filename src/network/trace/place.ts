import { decideByAcl } from './acl-rules.ts';
import type { Address, Block } from './block.ts';
import type { Facts } from './facts.ts';
import { foundOnce } from './found-once.ts';
import { findOrNull } from './items.ts';
import type { Walk } from './packet.ts';

/** Where a packet is: a subnet, or, for a regional NAT gateway, the VPC. What could not be read is null. */
export interface Place {
  readonly subnetId: string | null;
  readonly vpcId: string | null;
  readonly zone: string | null;
  /** Whether its own record was read. */
  readonly known: boolean;
  /** Whether another account owns it, so that part of it may be invisible to the function's account. */
  readonly shared: boolean;
  /** The effect of VPC Block Public Access that its own record shows. */
  readonly blockMode: string | null;
  /** Addresses of the packets' family that belong to it. */
  readonly blocks: readonly Block[];
}

/** Network ACLs and route tables serve subnets of their own VPC, and tell it where the subnet itself was not read. */
const vpcOfUnread = ({ networkAcls, routeTables }: Facts, id: string): string | null => {
  for (const acl of networkAcls ?? []) if (acl.subnetIds.includes(id)) return acl.vpcId;
  for (const table of routeTables ?? [])
    if (table.associations.some(({ subnetId }) => subnetId === id)) return table.vpcId;
  return null;
};

/** The place of a subnet that was not read. It belongs to the account that owns its VPC. */
const placeOfUnread = (facts: Facts, subnetId: string, functionAccount: string): Place => {
  const vpcId = vpcOfUnread(facts, subnetId);
  const owner = vpcId === null ? null : findOrNull(facts.vpcs, vpcId)?.ownerId;
  return { subnetId, vpcId, zone: null, known: false, shared: owner !== functionAccount, blockMode: null, blocks: [] };
};

export const placeOf = (facts: Facts, subnetId: string, functionAccount: string): Place => {
  if (facts.subnets === null) return placeOfUnread(facts, subnetId, functionAccount);
  const subnet = findOrNull(facts.subnets, subnetId);
  return {
    subnetId,
    vpcId: subnet?.vpcId ?? null,
    zone: subnet?.availabilityZoneId ?? null,
    known: subnet !== null,
    shared: subnet === null || (subnet.ownerId !== null && subnet.ownerId !== functionAccount),
    blockMode: subnet?.internetGatewayBlockMode ?? null,
    blocks: subnet?.blocks ?? [],
  };
};

/** A regional NAT gateway stands in no subnet; what holds for the VPC holds for it. */
export const placeOfVpc = (facts: Facts, vpcId: string, functionAccount: string): Place => {
  const vpc = findOrNull(facts.vpcs, vpcId);
  return {
    subnetId: null,
    vpcId,
    zone: null,
    known: vpc !== null,
    shared: vpc === null || (vpc.ownerId !== null && vpc.ownerId !== functionAccount),
    blockMode: vpc?.internetGatewayBlockMode ?? null,
    blocks: vpc?.blocks ?? [],
  };
};

const aclOf = foundOnce(
  (facts, { subnetId, vpcId }: Place) => {
    for (const acl of facts.networkAcls ?? []) if (subnetId !== null && acl.subnetIds.includes(subnetId)) return acl;
    for (const acl of facts.networkAcls ?? []) if (acl.isDefault === true && acl.vpcId === vpcId) return acl;
    return null;
  },
  ({ subnetId, vpcId }) => `${subnetId} ${vpcId}`,
);

/** A packet that enters or leaves a subnet, by the address of its far end and its destination port. */
export const meetAcl = (
  walk: Walk,
  facts: Facts,
  place: Place,
  direction: 'ingress' | 'egress',
  address: Address,
  port: number,
): boolean => {
  const where = `network-acl-${direction}` as const;
  const acl = aclOf(facts, place);
  if (acl === null) return walk.meet(where, place.subnetId ?? '', 'unknown', 'its network ACL is not known');
  const [decision, rule] = decideByAcl(acl[direction], address, port);
  return walk.meet(where, acl.id, decision, rule);
};
