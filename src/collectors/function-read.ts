import type { FunctionReference } from '../model/function-reference.ts';
import type { Read } from '../model/section.ts';
import type { Aws } from './aws.ts';
import type { Action } from './read-only.ts';
import { reasonOf } from './unavailable.ts';

/** Reads a list about a function beside its configuration. It never fails, since a diagnosis can do without. */
export interface FunctionReader<Item> {
  readonly actions: readonly [Action, ...Action[]];
  read(aws: Aws, reference: FunctionReference): Promise<Read<readonly Item[]>>;
}

/** What a call answers, or that it failed and why. */
export const attempted = async <Value>(action: Action, answer: Promise<Value>): Promise<Read<Value>> => {
  try {
    return { status: 'known', value: await answer };
  } catch (error) {
    return { status: 'unavailable', action, reason: reasonOf(error) };
  }
};
