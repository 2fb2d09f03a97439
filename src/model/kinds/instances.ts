import { z } from 'zod';
import { InstanceId, VpcId } from '../ids.ts';
import { openEnum } from '../section.ts';

/**
 * An instance of a VPC of which a route leads to an interface or an instance; without such a route none is read.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html
 */
export const Instance = z.strictObject({
  id: InstanceId,
  name: z.string().nullable(),
  vpcId: VpcId.nullable(),
  state: openEnum(['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped']),
});
export type Instance = z.infer<typeof Instance>;

export default Instance;
