import { z } from 'zod';
import { SubnetId, TransitGatewayAttachmentId, TransitGatewayId, TransitGatewayRouteTableId, VpcId } from '../ids.ts';
import { openEnum, readOf } from '../section.ts';

/**
 * Whose route table decides on what comes in by an attachment. AWS shows the association to the owner of the transit
 * gateway. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html
 */
export const TransitGatewayRouting = z.strictObject({
  transitGatewayOwnerId: z.string().nullable(),
  vpcOwnerId: z.string().nullable(),
  /** null where the answer names none. */
  association: z
    .strictObject({
      /** null where a policy table decides. */
      routeTableId: TransitGatewayRouteTableId.nullable(),
      state: openEnum(['associating', 'associated', 'disassociating', 'disassociated']),
    })
    .nullable(),
});
export type TransitGatewayRouting = z.infer<typeof TransitGatewayRouting>;

/**
 * A VPC's attachment to a transit gateway. Only the zones of its subnets can reach the transit gateway.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export const TransitGatewayVpcAttachment = z.strictObject({
  id: TransitGatewayAttachmentId,
  transitGatewayId: TransitGatewayId,
  vpcId: VpcId,
  state: openEnum([
    'initiating',
    'initiatingRequest',
    'pendingAcceptance',
    'rollingBack',
    'pending',
    'available',
    'modifying',
    'deleting',
    'deleted',
    'failed',
    'rejected',
    'rejecting',
    'failing',
  ]),
  subnetIds: z.array(SubnetId).readonly(),
  routing: readOf(TransitGatewayRouting),
});
export type TransitGatewayVpcAttachment = z.infer<typeof TransitGatewayVpcAttachment>;

export default TransitGatewayVpcAttachment;
