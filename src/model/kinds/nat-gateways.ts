import { z } from 'zod';
import * as id from '../ids.ts';
import { openEnum } from '../section.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGatewayAddress.html */
export const NatGatewayAddress = z.strictObject({
  allocationId: z.string().nullable(),
  publicIp: z.string().nullable(),
  privateIp: z.string().nullable(),
  networkInterfaceId: id.NetworkInterfaceId.nullable(),
  availabilityZoneId: z.string().nullable(),
  isPrimary: z.boolean().nullable(),
  status: openEnum(['assigning', 'unassigning', 'associating', 'disassociating', 'succeeded', 'failed']).nullable(),
  failureMessage: z.string().nullable(),
});
export type NatGatewayAddress = z.infer<typeof NatGatewayAddress>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const NatGateway = z.strictObject({
  id: id.NatGatewayId,
  name: z.string().nullable(),
  vpcId: id.VpcId,
  /** null for a regional NAT gateway, which has no host subnet. */
  subnetId: id.SubnetId.nullable(),
  state: openEnum(['pending', 'failed', 'available', 'deleting', 'deleted']),
  connectivityType: openEnum(['public', 'private']).nullable(),
  availabilityMode: openEnum(['zonal', 'regional']).nullable(),
  /** Regional only: whether AWS adds zones by itself. */
  autoProvisionZones: openEnum(['enabled', 'disabled']).nullable(),
  /** Regional only: its own route table. */
  routeTableId: id.RouteTableId.nullable(),
  addresses: z.array(NatGatewayAddress).readonly(),
  /** Types of appliances attached to it, for example `network-firewall-proxy`. */
  appliances: z.array(z.string()).readonly(),
  failureCode: z.string().nullable(),
  failureMessage: z.string().nullable(),
});
export type NatGateway = z.infer<typeof NatGateway>;

export default NatGateway;
