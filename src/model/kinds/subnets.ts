import { z } from 'zod';
import { SubnetId, VpcId } from '../ids.ts';
import { openEnum } from '../section.ts';

/** Effect of VPC Block Public Access. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html */
export const InternetGatewayBlockMode = openEnum(['off', 'block-bidirectional', 'block-ingress']);
export type InternetGatewayBlockMode = z.infer<typeof InternetGatewayBlockMode>;

/** An IPv6 range of a subnet or VPC; `private` ranges are never advertised to the internet. */
export const Ipv6Association = z.strictObject({
  cidr: z.string(),
  state: openEnum(['associated', 'associating', 'disassociating', 'disassociated', 'failing', 'failed']).nullable(),
  addressAttribute: openEnum(['public', 'private']).nullable(),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export const Subnet = z.strictObject({
  id: SubnetId,
  name: z.string().nullable(),
  vpcId: VpcId,
  availabilityZone: z.string().nullable(),
  availabilityZoneId: z.string().nullable(),
  /** null for an IPv6-only subnet. */
  cidr: z.string().nullable(),
  ipv6Cidrs: z.array(Ipv6Association).readonly(),
  ipv6Native: z.boolean().nullable(),
  enableDns64: z.boolean().nullable(),
  /** Free IPv4 addresses; the five that AWS reserves are already left out. */
  availableIpAddressCount: z.number().nullable(),
  /** The account that owns the subnet; another one than the function's means a shared VPC. */
  ownerId: z.string().nullable(),
  outpostArn: z.string().nullable(),
  internetGatewayBlockMode: InternetGatewayBlockMode.nullable(),
});
export type Subnet = z.infer<typeof Subnet>;

export default Subnet;
