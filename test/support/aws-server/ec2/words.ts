import type { AwsShape } from '../xml.ts';

/** A word as AWS writes it: the model keeps one that it does not know as `unknown:<word>`. */
export const word = (kept: string | null): string | null => (kept === null ? null : kept.replace(/^unknown:/, ''));

/** Tags of a resource whose Name tag the model keeps. */
export const nameTag = (name: string | null): readonly AwsShape[] =>
  name === null ? [] : [{ Key: 'Name', Value: name }];
