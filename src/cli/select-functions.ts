import type { FunctionReference } from '../model/function-reference.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Snapshot, UnreadFunction } from '../model/snapshot.ts';
import { similar } from './did-you-mean.ts';
import { parseFunctionReference } from './function-reference.ts';

/** The functions to diagnose, in the order in which they were asked for, and those that the snapshot lacks. */
export interface Selection {
  readonly functions: readonly LambdaFunction[];
  readonly unread: readonly UnreadFunction[];
}

const nameOf = (item: LambdaFunction): string =>
  item.qualifier === null ? item.name : `${item.name}:${item.qualifier}`;

const isAskedFor = (reference: FunctionReference, item: LambdaFunction): boolean => {
  const [, , , region, account] = item.arn.split(':');
  return (
    item.name === reference.name &&
    item.qualifier === reference.qualifier &&
    (reference.region === null || reference.region === region) &&
    (reference.account === null || reference.account === account)
  );
};

const isSameAsked = (reference: FunctionReference, asked: string): boolean => {
  if (asked === reference.asked) return true;
  try {
    const other = parseFunctionReference(asked);
    return other.name === reference.name && other.qualifier === reference.qualifier;
  } catch {
    return false;
  }
};

/** Picks the functions of a snapshot that were asked for; all of them if none is named. */
export const selectFunctions = (snapshot: Snapshot, asked: readonly FunctionReference[]): Selection => {
  const section = snapshot.sections.functions;
  const items = section.status === 'collected' ? section.items : [];
  if (asked.length === 0) return { functions: items, unread: snapshot.unreadFunctions };
  const unreadFor = (reference: FunctionReference): UnreadFunction =>
    snapshot.unreadFunctions.find((entry) => isSameAsked(reference, entry.asked)) ??
    (section.status === 'unavailable'
      ? { why: 'unavailable', asked: reference.asked, action: section.action, reason: section.reason }
      : { why: 'not found', asked: reference.asked, near: [...similar(reference.name, items.map(nameOf))] });
  const found = asked.map((reference) => items.find((item) => isAskedFor(reference, item)) ?? unreadFor(reference));
  return {
    functions: found.filter((entry) => 'arn' in entry),
    unread: found.filter((entry) => 'why' in entry),
  };
};
