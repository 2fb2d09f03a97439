import type { VpcId } from '../model/ids.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Doubt } from './doubt.ts';
import { itemsInVpc, lookup, type World } from './world.ts';

/** The subnets from which a function sends, and the groups on what it sends from. */
export interface Attachment {
  /** As Lambda reports it, which may be wrong. */
  readonly vpcId: VpcId | null;
  readonly subnetIds: readonly `subnet-${string}`[];
  readonly securityGroupIds: readonly string[];
  /** Whether the function's own settings let it send IPv6; an instance may, whatever they say. */
  readonly sendsIpv6: boolean;
}

/** `outside`: in no VPC. `open`: in one of which nothing is known. */
export type Attached =
  | { readonly kind: 'attached'; readonly attachment: Attachment }
  | { readonly kind: 'outside' }
  | { readonly kind: 'open'; readonly doubt: Doubt };

type Placed = Pick<LambdaFunction, 'network'>;

/** Without a group of their own, instances carry the default one of the VPC. */
const defaultGroup = (world: World, subnetIds: Attachment['subnetIds']): string => {
  const vpcIds = subnetIds.flatMap((id) => {
    const subnet = lookup(world.subnets, id);
    return subnet.status === 'found' ? [subnet.item.vpcId] : [];
  });
  const [vpcId = 'the VPC'] = vpcIds;
  const group = itemsInVpc(world.securityGroups, vpcId).find(({ name }) => name === 'default');
  return group?.id ?? `the default security group of ${vpcId}`;
};

/**
 * The network of a capacity provider, in whose subnets the function runs on EC2 instances.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-capacity-providers.html
 */
const ofProvider = (world: World, arn: string): Attached => {
  const open = (doubt: Doubt): Attached => ({ kind: 'open', doubt });
  const found = lookup(world.capacityProviders, arn);
  if (found.status === 'unavailable') return open(found.doubt);
  const network = found.status === 'missing' ? null : found.item.network;
  if (network === null || (network.status === 'known' && network.value.subnetIds.length === 0))
    return open({ kind: 'missing', resource: arn || 'the capacity provider of the function' });
  if (network.status === 'unavailable') {
    const { action, reason } = network;
    return open({ kind: 'unavailable', section: 'capacityProviders', action, reason });
  }
  const { subnetIds, securityGroupIds: named } = network.value;
  const securityGroupIds = named.length > 0 ? named : [defaultGroup(world, subnetIds)];
  return { kind: 'attached', attachment: { vpcId: null, subnetIds, securityGroupIds, sendsIpv6: true } };
};

/** Where a function's packets start: as its own configuration says, or its capacity provider's. */
export const attachedTo = (world: World, { network }: Placed): Attached => {
  if (network.kind === 'capacity-provider') return ofProvider(world, network.capacityProviderArn);
  if (network.kind === 'none' || network.subnetIds.length === 0) return { kind: 'outside' };
  const { vpcId, subnetIds, securityGroupIds, ipv6AllowedForDualStack: sendsIpv6 } = network;
  return { kind: 'attached', attachment: { vpcId, subnetIds, securityGroupIds, sendsIpv6 } };
};
