import { z } from 'zod';
import { openEnum } from '../section.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AvailabilityZone.html */
export const AvailabilityZone = z.strictObject({
  /** The zone id, the same for every account: `euw1-az1`. */
  id: z.string(),
  name: z.string().nullable(),
  zoneType: openEnum(['availability-zone', 'local-zone', 'wavelength-zone']).nullable(),
  state: openEnum(['available', 'information', 'impaired', 'unavailable', 'constrained']).nullable(),
});
export type AvailabilityZone = z.infer<typeof AvailabilityZone>;

export default AvailabilityZone;
