import { z } from 'zod';
import { DhcpOptionsId, VpcId } from '../ids.ts';
import { openEnum, readOf } from '../section.ts';
import { InternetGatewayBlockMode, Ipv6Association } from './subnets.ts';

const ExclusionState = openEnum(['enabling', 'enabled', 'disabling', 'disabled']).nullable();

/**
 * Resources on a function's way out that may stay in a VPC that enforces encryption only if they are excluded; null
 * where the answer does not say.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html#vpc-encryption-controls-exclusions
 */
const EncryptionExclusions = z.strictObject({
  lambda: ExclusionState,
  natGateway: ExclusionState,
  internetGateway: ExclusionState,
  egressOnlyInternetGateway: ExclusionState,
});
export type EncryptionExclusions = z.infer<typeof EncryptionExclusions>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEncryptionControl.html */
export const EncryptionControl = z.strictObject({
  state: openEnum([
    'available',
    'creating',
    'modify-in-progress',
    'monitor-in-progress',
    'monitor-failed',
    'enforce-in-progress',
    'enforce-failed',
    'deleting',
    'delete-failed',
    'deleted',
  ]).nullable(),
  exclusions: EncryptionExclusions,
});
export type EncryptionControl = z.infer<typeof EncryptionControl>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export const Vpc = z.strictObject({
  id: VpcId,
  name: z.string().nullable(),
  isDefault: z.boolean().nullable(),
  ownerId: z.string().nullable(),
  /** Associated IPv4 ranges, the primary one first. */
  cidrs: z.array(z.string()).readonly(),
  ipv6Cidrs: z.array(Ipv6Association).readonly(),
  instanceTenancy: openEnum(['default', 'dedicated', 'host']).nullable(),
  dhcpOptionsId: DhcpOptionsId.nullable(),
  internetGatewayBlockMode: InternetGatewayBlockMode.nullable(),
  /** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html */
  encryptionControlMode: openEnum(['monitor', 'enforce']).nullable(),
  /** Left out without a mode, and by snapshots that were saved before it was read. */
  encryptionControl: EncryptionControl.optional(),
  enableDnsSupport: readOf(z.boolean()),
  enableDnsHostnames: readOf(z.boolean()),
});
export type Vpc = z.infer<typeof Vpc>;

export default Vpc;
