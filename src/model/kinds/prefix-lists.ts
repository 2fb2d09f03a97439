import { z } from 'zod';
import { PrefixListId } from '../ids.ts';
import { readOf } from '../section.ts';

/** A managed prefix list, AWS's or a customer's. https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html */
export const PrefixList = z.strictObject({
  id: PrefixListId,
  /** For example `com.amazonaws.eu-west-1.s3`. */
  name: z.string().nullable(),
  /** `AWS` for AWS's own lists. */
  ownerId: z.string().nullable(),
  /** CIDRs of either family. */
  cidrs: readOf(z.array(z.string()).readonly()),
});
export type PrefixList = z.infer<typeof PrefixList>;

export default PrefixList;
