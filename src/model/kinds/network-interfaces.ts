import { z } from 'zod';
import * as id from '../ids.ts';
import { openEnum } from '../section.ts';

/** One private IPv4 address of an interface, with the public address that is associated with it. */
export const PrivateIpAddress = z.strictObject({
  address: z.string(),
  publicIp: z.string().nullable(),
  primary: z.boolean().nullable(),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
export const NetworkInterface = z.strictObject({
  id: id.NetworkInterfaceId,
  vpcId: id.VpcId.nullable(),
  subnetId: id.SubnetId.nullable(),
  ownerId: z.string().nullable(),
  /** InterfaceType as AWS writes it: `interface`, `lambda`, `nat_gateway`, … */
  interfaceType: z.string(),
  /** Whether Lambda made it: the type says so, or, in older data, the description that Lambda writes. */
  ofLambda: z.boolean(),
  status: openEnum(['available', 'associated', 'attaching', 'in-use', 'detaching', 'pending']).nullable(),
  sourceDestCheck: z.boolean().nullable(),
  instanceId: id.InstanceId.nullable(),
  securityGroupIds: z.array(id.SecurityGroupId).readonly(),
  privateIpAddresses: z.array(PrivateIpAddress).readonly(),
  ipv6Addresses: z.array(z.string()).readonly(),
});
export type NetworkInterface = z.infer<typeof NetworkInterface>;

export default NetworkInterface;
