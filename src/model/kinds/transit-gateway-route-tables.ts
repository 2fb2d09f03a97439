import { z } from 'zod';
import { PrefixListId, TransitGatewayRouteTableId } from '../ids.ts';
import { openEnum, readOf } from '../section.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRoute.html */
export const TransitGatewayRoute = z.strictObject({
  cidr: z.string(),
  /** The list of which the route is one entry. */
  prefixListId: PrefixListId.nullable(),
  type: openEnum(['static', 'propagated', 'system']).nullable(),
  state: openEnum(['pending', 'active', 'blackhole', 'deleting', 'deleted']),
  /** Where it leads: none for a blackhole that was made as one, several for paths of equal cost. */
  attachments: z
    .array(
      z.strictObject({
        id: z.string(),
        /** The VPC, VPN connection or other resource that is attached. */
        resourceId: z.string().nullable(),
      }),
    )
    .readonly(),
});
export type TransitGatewayRoute = z.infer<typeof TransitGatewayRoute>;

/**
 * The route table of a transit gateway with which an attachment of the VPC is associated, and to whose transit gateway
 * a route leads. Only the owner of the transit gateway reads its routes.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
 */
export const TransitGatewayRouteTable = z.strictObject({
  id: TransitGatewayRouteTableId,
  routes: readOf(z.array(TransitGatewayRoute).readonly()),
});
export type TransitGatewayRouteTable = z.infer<typeof TransitGatewayRouteTable>;

export default TransitGatewayRouteTable;
