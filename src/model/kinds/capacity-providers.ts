import { z } from 'zod';
import { SecurityGroupId, SubnetId } from '../ids.ts';
import { openEnum, readOf } from '../section.ts';

/** Where a capacity provider launches its instances. Without a security group they carry the default one of the VPC. */
export const CapacityProviderNetwork = z.strictObject({
  state: openEnum(['Pending', 'Active', 'Failed', 'Deleting']).nullable(),
  subnetIds: z.array(SubnetId).readonly(),
  securityGroupIds: z.array(SecurityGroupId).readonly(),
});
export type CapacityProviderNetwork = z.infer<typeof CapacityProviderNetwork>;

/**
 * A capacity provider of Lambda Managed Instances: functions on it run on EC2 instances in its subnets.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CapacityProvider.html
 */
export const CapacityProvider = z.strictObject({
  /** Its ARN. */
  id: z.string(),
  network: readOf(CapacityProviderNetwork),
});
export type CapacityProvider = z.infer<typeof CapacityProvider>;

export default CapacityProvider;
