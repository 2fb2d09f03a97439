import { z } from 'zod';
import { InternetGatewayId, VpcId } from '../ids.ts';
import { openEnum } from '../section.ts';

/** State of a gateway's attachment: an attached internet gateway says `available`, an egress-only one `attached`. */
export const GatewayAttachment = z.strictObject({
  vpcId: VpcId,
  state: openEnum(['available', 'attached', 'attaching', 'detaching', 'detached']).nullable(),
});
export type GatewayAttachment = z.infer<typeof GatewayAttachment>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html */
export const InternetGateway = z.strictObject({
  id: InternetGatewayId,
  name: z.string().nullable(),
  attachments: z.array(GatewayAttachment).readonly(),
});
export type InternetGateway = z.infer<typeof InternetGateway>;

export default InternetGateway;
