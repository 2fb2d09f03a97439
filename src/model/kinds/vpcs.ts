import { z } from 'zod';
import { DhcpOptionsId, VpcId } from '../ids.ts';
import { openEnum, readOf } from '../section.ts';
import { InternetGatewayBlockMode, Ipv6Association } from './subnets.ts';

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
  enableDnsSupport: readOf(z.boolean()),
  enableDnsHostnames: readOf(z.boolean()),
});
export type Vpc = z.infer<typeof Vpc>;

export default Vpc;
