import type { Subnet } from '../../model/kinds/subnets.ts';
import { decideByAcl } from './acl-rules.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import type { Walk } from './packet.ts';

/** A subnet on the way; what its own record tells is null where that could not be read. */
export interface Place {
  readonly subnetId: string;
  readonly subnet: Subnet | null;
  readonly vpcId: string | null;
  /** Whether another account owns the subnet, so that part of it may be invisible to the function's account. */
  readonly shared: boolean;
}

export const placeOf = (facts: Facts, subnetId: string, functionAccount: string): Place => {
  const subnet = findOrNull(facts.subnets, subnetId);
  const shared = subnet === null || (subnet.ownerId !== null && subnet.ownerId !== functionAccount);
  return { subnetId, subnet, vpcId: subnet?.vpcId ?? null, shared };
};

const aclOf = (facts: Facts, { subnetId, vpcId }: Place) => {
  for (const acl of facts.networkAcls ?? []) if (acl.subnetIds.some((id) => id === subnetId)) return acl;
  for (const acl of facts.networkAcls ?? []) if (acl.isDefault === true && acl.vpcId === vpcId) return acl;
  return null;
};

/** A packet that enters or leaves a subnet, by the address of its far end and its destination port. */
export const meetAcl = (
  walk: Walk,
  facts: Facts,
  place: Place,
  direction: 'ingress' | 'egress',
  address: number,
  port: number,
): boolean => {
  const where = `network-acl-${direction}` as const;
  const acl = aclOf(facts, place);
  if (acl === null) return walk.meet(where, place.subnetId, 'unknown', 'its network ACL is not known');
  const [decision, rule] = decideByAcl(acl[direction], address, port);
  return walk.meet(where, acl.id, decision, rule);
};
