import { z } from 'zod';
import { DhcpOptionsId } from '../ids.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DhcpOptions.html */
export const DhcpOptions = z.strictObject({
  id: DhcpOptionsId,
  /** Addresses, or `AmazonProvidedDNS`. */
  domainNameServers: z.array(z.string()).readonly(),
});
export type DhcpOptions = z.infer<typeof DhcpOptions>;

export default DhcpOptions;
