import { z } from 'zod';

/**
 * Why a read gave nothing. The words are ours: text of the answer is never kept, since an answer can echo what was
 * sent. `unsupported` means that the endpoint does not know the action, so the feature does not exist there.
 */
export const UnavailableReason = z.enum([
  'access denied',
  'access denied: no identity-based policy allows it',
  'access denied: an explicit deny in an identity-based policy',
  'access denied: a service control policy',
  'access denied: a resource control policy',
  'access denied: a permissions boundary',
  'access denied: a session policy',
  'credentials were not accepted',
  'throttled',
  'timed out',
  'no connection',
  'unsupported by this endpoint',
  'the answer was not understood',
  'the answer was cut off',
  'the service failed',
  'not read',
]);
export type UnavailableReason = z.infer<typeof UnavailableReason>;

/** A read that failed: the IAM action that it needs and the reason. It never means that the resource is absent. */
export const Unavailable = z.strictObject({
  status: z.literal('unavailable'),
  action: z.string(),
  reason: UnavailableReason,
});
export type Unavailable = z.infer<typeof Unavailable>;

/** All resources of one kind, or the fact that they could not be read. An empty list and a denied list never look alike. */
export const sectionOf = <Item extends z.ZodType>(item: Item) =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('collected'), items: z.array(item).readonly() }),
    Unavailable,
  ]);

export type Section<Item> = { readonly status: 'collected'; readonly items: readonly Item[] } | Unavailable;

/** One fact of a resource that takes a call of its own (a VPC attribute, the entries of a prefix list). */
export const readOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('status', [z.strictObject({ status: z.literal('known'), value }), Unavailable]);

export type Read<Value> = { readonly status: 'known'; readonly value: Value } | Unavailable;

/**
 * A list of words to which AWS may add. A word that this version does not know is kept as `unknown:<word>`, so that
 * it degrades one answer to unknown and never stops the run.
 */
export const openEnum = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.union([z.enum(words), z.templateLiteral(['unknown:', z.string()])]);
