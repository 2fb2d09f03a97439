import { z } from 'zod';
import { SubnetId, TransitGatewayAttachmentId, TransitGatewayId, VpcId } from '../ids.ts';
import { openEnum } from '../section.ts';

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
});
export type TransitGatewayVpcAttachment = z.infer<typeof TransitGatewayVpcAttachment>;

export default TransitGatewayVpcAttachment;
