import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { SecurityGroupId, SubnetId, VpcId } from '../model/ids.ts';
import type { FunctionNetwork } from '../model/kinds/functions.ts';
import { ids, optional } from './answer.ts';

/** A function that is not in a VPC has no VpcConfig, or one with empty lists. */
export const networkOf = (raw: FunctionConfiguration): FunctionNetwork => {
  const capacityProvider = raw.CapacityProviderConfig;
  if (capacityProvider) {
    const arn = capacityProvider.LambdaManagedInstancesCapacityProviderConfig?.CapacityProviderArn;
    return { kind: 'capacity-provider', capacityProviderArn: arn ?? '' };
  }
  const vpc = raw.VpcConfig;
  if (!vpc?.SubnetIds?.length) return { kind: 'none' };
  return {
    kind: 'vpc',
    vpcId: optional(VpcId, vpc.VpcId),
    subnetIds: ids(SubnetId, vpc.SubnetIds),
    securityGroupIds: ids(SecurityGroupId, vpc.SecurityGroupIds),
    ipv6AllowedForDualStack: vpc.Ipv6AllowedForDualStack ?? false,
  };
};
