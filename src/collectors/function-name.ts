import type { FunctionReference } from '../model/function-reference.ts';
import { Arn } from '../model/ids.ts';
import { required } from './answer.ts';

/** `arn:aws:lambda:eu-west-1:123456789012:function:orders:live` without what follows the name. */
export const unqualified = (arn: string): Arn => required(Arn, arn.split(':').slice(0, 7).join(':'));

/** The function as Lambda takes it: its ARN where the reference is one, so that another account's can be read. */
export const functionName = ({ asked, account, name }: FunctionReference): string => {
  if (asked.startsWith('arn:')) return unqualified(asked);
  return account === null ? name : `${account}:function:${name}`;
};
