import { z } from 'zod';

/**
 * Ids of AWS resources as template-literal types: a VPC id where a subnet id belongs does not compile, a fixture
 * needs no cast, and a value of the wrong shape is refused at the file boundary.
 */
const idOf = <const Prefix extends string>(prefix: Prefix) => z.templateLiteral([prefix, '-', z.string()]);

export const VpcId = idOf('vpc');
export const SubnetId = idOf('subnet');
export const RouteTableId = idOf('rtb');
export const NatGatewayId = idOf('nat');
export const InternetGatewayId = idOf('igw');
export const EgressOnlyInternetGatewayId = idOf('eigw');
export const NetworkAclId = idOf('acl');
export const SecurityGroupId = idOf('sg');
export const NetworkInterfaceId = idOf('eni');
export const InstanceId = idOf('i');
export const VpcEndpointId = idOf('vpce');
export const PrefixListId = idOf('pl');
export const VpcPeeringConnectionId = idOf('pcx');
export const TransitGatewayId = idOf('tgw');
export const TransitGatewayAttachmentId = idOf('tgw-attach');
export const TransitGatewayRouteTableId = idOf('tgw-rtb');
export const VirtualPrivateGatewayId = idOf('vgw');
export const LocalGatewayId = idOf('lgw');
export const CarrierGatewayId = idOf('cagw');
export const FileSystemId = idOf('fs');
export const AccessPointId = idOf('fsap');
export const MountTargetId = idOf('fsmt');
export const BlockPublicAccessExclusionId = idOf('vpcbpa-exclude');
/** A DHCP option set; a VPC with none carries the word `default`. */
export const DhcpOptionsId = z.union([idOf('dopt'), z.literal('default')]);
/** Any Amazon Resource Name, of any partition. */
export const Arn = z.templateLiteral(['arn:', z.string()]);

export type VpcId = z.infer<typeof VpcId>;
export type SubnetId = z.infer<typeof SubnetId>;
export type RouteTableId = z.infer<typeof RouteTableId>;
export type NatGatewayId = z.infer<typeof NatGatewayId>;
export type InternetGatewayId = z.infer<typeof InternetGatewayId>;
export type EgressOnlyInternetGatewayId = z.infer<typeof EgressOnlyInternetGatewayId>;
export type NetworkAclId = z.infer<typeof NetworkAclId>;
export type SecurityGroupId = z.infer<typeof SecurityGroupId>;
export type NetworkInterfaceId = z.infer<typeof NetworkInterfaceId>;
export type InstanceId = z.infer<typeof InstanceId>;
export type VpcEndpointId = z.infer<typeof VpcEndpointId>;
export type PrefixListId = z.infer<typeof PrefixListId>;
export type VpcPeeringConnectionId = z.infer<typeof VpcPeeringConnectionId>;
export type TransitGatewayId = z.infer<typeof TransitGatewayId>;
export type TransitGatewayAttachmentId = z.infer<typeof TransitGatewayAttachmentId>;
export type TransitGatewayRouteTableId = z.infer<typeof TransitGatewayRouteTableId>;
export type VirtualPrivateGatewayId = z.infer<typeof VirtualPrivateGatewayId>;
export type FileSystemId = z.infer<typeof FileSystemId>;
export type AccessPointId = z.infer<typeof AccessPointId>;
export type Arn = z.infer<typeof Arn>;
