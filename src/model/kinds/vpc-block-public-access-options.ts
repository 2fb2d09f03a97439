import { z } from 'zod';
import { openEnum } from '../section.ts';
import { InternetGatewayBlockMode } from './subnets.ts';

/**
 * VPC Block Public Access of the caller's account in this Region; the section has one item.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html
 */
export const VpcBlockPublicAccessOptions = z.strictObject({
  mode: InternetGatewayBlockMode.nullable(),
  state: openEnum(['default-state', 'update-in-progress', 'update-complete']).nullable(),
  managedBy: openEnum(['account', 'declarative-policy']).nullable(),
  exclusionsAllowed: openEnum(['allowed', 'not-allowed']).nullable(),
});
export type VpcBlockPublicAccessOptions = z.infer<typeof VpcBlockPublicAccessOptions>;

export default VpcBlockPublicAccessOptions;
