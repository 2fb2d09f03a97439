import { z } from 'zod';
import { BlockPublicAccessExclusionId } from '../ids.ts';
import { openEnum } from '../section.ts';

/**
 * Read unless Block Public Access is off for the account, so that there is nothing to be excluded from.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessExclusion.html
 */
export const VpcBlockPublicAccessExclusion = z.strictObject({
  id: BlockPublicAccessExclusionId,
  mode: openEnum(['allow-bidirectional', 'allow-egress']).nullable(),
  /** ARN of the excluded VPC or subnet. */
  resourceArn: z.string().nullable(),
  state: openEnum([
    'create-in-progress',
    'create-complete',
    'create-failed',
    'update-in-progress',
    'update-complete',
    'update-failed',
    'delete-in-progress',
    'delete-complete',
    'disable-in-progress',
    'disable-complete',
  ]).nullable(),
});
export type VpcBlockPublicAccessExclusion = z.infer<typeof VpcBlockPublicAccessExclusion>;

export default VpcBlockPublicAccessExclusion;
