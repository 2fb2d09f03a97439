import { z } from 'zod';
import { EgressOnlyInternetGatewayId } from '../ids.ts';
import { GatewayAttachment } from './internet-gateways.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const EgressOnlyInternetGateway = z.strictObject({
  id: EgressOnlyInternetGatewayId,
  name: z.string().nullable(),
  attachments: z.array(GatewayAttachment).readonly(),
});
export type EgressOnlyInternetGateway = z.infer<typeof EgressOnlyInternetGateway>;

export default EgressOnlyInternetGateway;
