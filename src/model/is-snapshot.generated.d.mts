import type { Snapshot } from './snapshot.ts';

/** Whether a value is a snapshot, as the zod schema says it and many times faster; it does not say why not. */
export default function isSnapshot(value: unknown): value is Snapshot;
