import { z } from 'zod';

/** Why a host name has no addresses here. The words are ours. */
export const ResolveFailure = z.enum([
  'there is no such name',
  'the name has no address',
  'no DNS server answered',
  'the DNS server failed',
  'it leads to this machine itself',
]);
export type ResolveFailure = z.infer<typeof ResolveFailure>;

/** What the DNS of the machine that took the snapshot says of a host name. A function's VPC can say otherwise. */
export const ResolvedHost = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('resolved'),
    host: z.string(),
    /** All of them, IPv4 before IPv6. */
    addresses: z.array(z.string()).readonly(),
  }),
  z.strictObject({ status: z.literal('failed'), host: z.string(), reason: ResolveFailure }),
]);
export type ResolvedHost = z.infer<typeof ResolvedHost>;
