import { z } from 'zod';
import * as id from '../ids.ts';
import { openEnum } from '../section.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const VpcEndpoint = z.strictObject({
  id: id.VpcEndpointId,
  name: z.string().nullable(),
  vpcId: id.VpcId,
  type: openEnum(['Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork']),
  /** For example `com.amazonaws.eu-west-1.s3`. */
  serviceName: z.string().nullable(),
  /** In lower case; AWS answers in either case. */
  state: openEnum([
    'pendingacceptance',
    'pending',
    'available',
    'deleting',
    'deleted',
    'rejected',
    'failed',
    'expired',
    'partial',
  ]),
  routeTableIds: z.array(id.RouteTableId).readonly(),
  subnetIds: z.array(id.SubnetId).readonly(),
  networkInterfaceIds: z.array(id.NetworkInterfaceId).readonly(),
  securityGroupIds: z.array(id.SecurityGroupId).readonly(),
  privateDnsEnabled: z.boolean().nullable(),
  /**
   * Whether the private name is answered for inbound resolvers of Route 53 alone, and not for the VPC. Left out where the
   * answer does not say, and by snapshots that were saved before it was read.
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptions.html
   */
  privateDnsOnlyForInboundResolver: z.boolean().optional(),
  /** Left out like the above. */
  ipAddressType: openEnum(['ipv4', 'dualstack', 'ipv6']).optional(),
  /** The records that are made for the names of the endpoint. Left out like the above. */
  dnsRecordIpType: openEnum(['ipv4', 'dualstack', 'ipv6', 'service-defined']).optional(),
  /** The last error and the reason of a failure, in AWS's words. Left out like the above. */
  failure: z.string().optional(),
});
export type VpcEndpoint = z.infer<typeof VpcEndpoint>;

export default VpcEndpoint;
