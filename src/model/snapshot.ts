import { z } from 'zod';
import { VpcId } from './ids.ts';
import { ResolvedHost } from './resolved-host.ts';
import { Unavailable, UnavailableReason } from './section.ts';
import { kinds, Sections } from './sections.ts';

/** The version that this program writes. Every older one stays readable; a newer one is refused. */
export const snapshotSchemaVersion = 1;

/** A function that was asked for and not read: it does not exist, or its configuration may not be looked at. */
export const UnreadFunction = z.discriminatedUnion('why', [
  z.strictObject({
    why: z.literal('not found'),
    /** As the user wrote it. */
    asked: z.string(),
    /** Names of functions that exist and look alike, at most three; empty if they may not be listed. */
    near: z.array(z.string()).readonly(),
  }),
  z.strictObject({ why: z.literal('unavailable'), asked: z.string(), action: z.string(), reason: UnavailableReason }),
]);
export type UnreadFunction = z.infer<typeof UnreadFunction>;

/**
 * A read about the VPC at the other end of a peering connection that failed. Such a VPC is out of sight as a whole: no
 * section holds anything of it, and what the sections hold of other VPCs is complete.
 */
export const UnreadVpc = z.strictObject({
  vpcId: VpcId,
  section: z.enum(kinds),
  action: z.string(),
  reason: UnavailableReason,
});
export type UnreadVpc = z.infer<typeof UnreadVpc>;

/**
 * Everything that a diagnosis reads, as plain JSON: the facts of the AWS resources, when they were read and with how
 * many calls. It holds no value of an environment variable and is safe to attach to a bug report.
 */
export const Snapshot = z.strictObject({
  schemaVersion: z.literal(snapshotSchemaVersion),
  /** Time of the first call, ISO 8601 in UTC. */
  collectedAt: z.string(),
  /** From the ARNs of the functions; null if no function was read. */
  account: z.string().nullable(),
  region: z.string(),
  apiCalls: z.number(),
  unreadFunctions: z.array(UnreadFunction).readonly(),
  /** Reads that failed and for which another one stood in, so that no section lacks anything. */
  otherFailedReads: z.array(Unavailable).readonly(),
  /** Left out where there is none, and by snapshots that were saved before they were told apart. */
  unreadVpcs: z.array(UnreadVpc).readonly().optional(),
  /** Left out unless it was asked to resolve host names. */
  resolvedHosts: z.array(ResolvedHost).readonly().optional(),
  sections: Sections,
});

export interface Snapshot extends Readonly<Omit<z.infer<typeof Snapshot>, 'sections'>> {
  readonly sections: Sections;
}
