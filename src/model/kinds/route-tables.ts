import { z } from 'zod';
import * as id from '../ids.ts';
import { openEnum } from '../section.ts';

/** What a route matches. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
export const RouteDestination = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ipv4'), cidr: z.string() }),
  z.strictObject({ kind: z.literal('ipv6'), cidr: z.string() }),
  z.strictObject({ kind: z.literal('prefix-list'), id: id.PrefixListId }),
  z.strictObject({ kind: z.literal('unknown'), raw: z.string() }),
]);
export type RouteDestination = z.infer<typeof RouteDestination>;

/**
 * Where a route sends packets. `none` is a blackhole whose target AWS no longer names; `unknown` is a target that
 * this version does not know.
 */
export const RouteTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('local') }),
  z.strictObject({ kind: z.literal('internet-gateway'), id: id.InternetGatewayId }),
  z.strictObject({ kind: z.literal('egress-only-internet-gateway'), id: id.EgressOnlyInternetGatewayId }),
  z.strictObject({ kind: z.literal('nat-gateway'), id: id.NatGatewayId }),
  z.strictObject({
    kind: z.literal('network-interface'),
    id: id.NetworkInterfaceId,
    instanceId: id.InstanceId.nullable(),
  }),
  z.strictObject({ kind: z.literal('instance'), id: id.InstanceId }),
  z.strictObject({ kind: z.literal('vpc-endpoint'), id: id.VpcEndpointId }),
  z.strictObject({ kind: z.literal('vpc-peering-connection'), id: id.VpcPeeringConnectionId }),
  z.strictObject({ kind: z.literal('transit-gateway'), id: id.TransitGatewayId }),
  z.strictObject({ kind: z.literal('virtual-private-gateway'), id: id.VirtualPrivateGatewayId }),
  z.strictObject({ kind: z.literal('local-gateway'), id: id.LocalGatewayId }),
  z.strictObject({ kind: z.literal('carrier-gateway'), id: id.CarrierGatewayId }),
  z.strictObject({ kind: z.literal('core-network'), arn: z.string() }),
  z.strictObject({ kind: z.literal('odb-network'), arn: z.string() }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown'), raw: z.string() }),
]);
export type RouteTarget = z.infer<typeof RouteTarget>;

export const Route = z.strictObject({
  destination: RouteDestination,
  target: RouteTarget,
  /** `filtered` is in the API but its meaning is not documented. */
  state: openEnum(['active', 'blackhole', 'filtered']),
  /** `EnableVgwRoutePropagation` and `Advertisement` mark propagated routes. */
  origin: openEnum(['CreateRouteTable', 'CreateRoute', 'EnableVgwRoutePropagation', 'Advertisement']).nullable(),
});
export type Route = z.infer<typeof Route>;

/** A subnet, or a gateway (edge) table, or, with `main`, every subnet of the VPC without an association of its own. */
export const RouteTableAssociation = z.strictObject({
  id: z.string().nullable(),
  main: z.boolean(),
  subnetId: id.SubnetId.nullable(),
  gatewayId: z.string().nullable(),
  state: openEnum(['associated', 'associating', 'disassociating', 'disassociated', 'failed']).nullable(),
});
export type RouteTableAssociation = z.infer<typeof RouteTableAssociation>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export const RouteTable = z.strictObject({
  id: id.RouteTableId,
  name: z.string().nullable(),
  vpcId: id.VpcId,
  associations: z.array(RouteTableAssociation).readonly(),
  routes: z.array(Route).readonly(),
});
export type RouteTable = z.infer<typeof RouteTable>;

export default RouteTable;
