import { paginateListFunctions } from '@aws-sdk/client-lambda';
import { lookAlikes } from '../look-alikes.ts';
import type { FunctionRead } from '../model/function-reads.ts';
import type { FunctionReference } from '../model/function-reference.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Read } from '../model/section.ts';
import type { UnreadFunction } from '../model/snapshot.ts';
import { texts } from './answer.ts';
import type { Aws } from './aws.ts';
import type { FoundFunction } from './collector.ts';
import { eventSourceMappings } from './event-source-mappings.ts';
import { functionAliases } from './function-aliases.ts';
import functions from './functions.ts';
import { roleActions } from './role-actions.ts';
import { reasonOf } from './unavailable.ts';

/** What became of one function that was asked for. */
export type FunctionReading = { readonly reference: FunctionReference } & (
  | ({ readonly status: 'read' } & FoundFunction)
  | { readonly status: 'failed'; readonly error: unknown }
);

const readFunction = async (aws: Aws, reference: FunctionReference, detect: boolean): Promise<FunctionReading> => {
  try {
    return { status: 'read', reference, ...(await functions.collect(aws, reference, detect)) };
  } catch (error) {
    return { status: 'failed', reference, error };
  }
};

const none = { status: 'known', value: [] } as const;

const isEmpty = (read: Read<readonly unknown[]>): boolean => read.status === 'known' && read.value.length === 0;

export const readFunctions = (
  aws: Aws,
  references: readonly FunctionReference[],
  detect: boolean,
): Promise<FunctionReading[]> => Promise.all(references.map((reference) => readFunction(aws, reference, detect)));

/** What is read of a function by calls of its own. */
export type FurtherReads = Pick<LambdaFunction, FunctionRead>;

/** Of a version or an alias no aliases: the question is about what one of them has. */
const furtherReadsOf = async (aws: Aws, reference: FunctionReference): Promise<FurtherReads> => {
  const [aliases, eventSources] = await Promise.all([
    reference.qualifier === null ? functionAliases.read(aws, reference) : none,
    eventSourceMappings.read(aws, reference),
  ]);
  return { ...(!isEmpty(aliases) && { aliases }), ...(!isEmpty(eventSources) && { eventSources }) };
};

/** Reads of the functions that were read what a diagnosis can do without; nothing of the others. */
export const readFurther = (aws: Aws, readings: readonly FunctionReading[]): Promise<FurtherReads[]> =>
  Promise.all(readings.map(({ status, reference }) => (status === 'read' ? furtherReadsOf(aws, reference) : {})));

/** Reads of the functions that were read what their execution roles may do; nothing of the others. */
export const readRoles = (aws: Aws, readings: readonly FunctionReading[]): Promise<FurtherReads[]> => {
  const read = roleActions.reader(aws);
  return Promise.all(
    readings.map(async (each) => (each.status === 'read' ? read(each.lambdaFunction, each.role) : {})),
  );
};

/** ListFunctions gives at most 50 a page. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
const pageSize = 50;
const mostPages = 10;

/** Names of functions that exist, as far as they may be listed; of many functions the first 500. */
const existingNames = async (aws: Aws): Promise<readonly string[]> => {
  const names: string[] = [];
  let pages = 0;
  try {
    for await (const page of paginateListFunctions({ client: aws.lambda, pageSize }, {}, aws.options)) {
      names.push(...texts(page.Functions?.map((listed) => listed.FunctionName)));
      pages += 1;
      if (pages === mostPages) break;
    }
  } catch {
    return names;
  }
  return names;
};

const isNotFound = (error: unknown): boolean => error instanceof Error && error.name === 'ResourceNotFoundException';

/** The functions that were not read: those that do not exist, with names that look alike, and those that are denied. */
export const unreadFunctions = async (aws: Aws, readings: readonly FunctionReading[]): Promise<UnreadFunction[]> => {
  const failed = readings.filter((reading) => reading.status === 'failed');
  const names = failed.some(({ error }) => isNotFound(error)) ? await existingNames(aws) : [];
  return failed.map(({ reference: { asked, name }, error }) =>
    isNotFound(error)
      ? { why: 'not found', asked, near: lookAlikes(name, names) }
      : { why: 'unavailable', asked, action: functions.actions[0], reason: reasonOf(error) },
  );
};
