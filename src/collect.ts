import { type Aws, type AwsSettings, connect } from './collectors/aws.ts';
import { collectors } from './collectors/index.ts';
import {
  type FunctionReading,
  type FurtherReads,
  readFunctions,
  readFurther,
  readRoles,
  unreadFunctions,
} from './collectors/read-functions.ts';
import { attachmentsOf, namedSections, readNamed } from './collectors/read-named.ts';
import { noNetwork, readNetwork, readRegion } from './collectors/read-network.ts';
import type { Reading } from './collectors/readings.ts';
import { resolveHosts } from './collectors/resolve-hosts.ts';
import { accessFailure } from './collectors/sign-in.ts';
import { awsService } from './model/aws-hosts.ts';
import type { FunctionReference } from './model/function-reference.ts';
import type { LambdaFunction } from './model/kinds/functions.ts';
import { type Kind, kinds, type Sections } from './model/sections.ts';
import { type Snapshot, snapshotSchemaVersion } from './model/snapshot.ts';

export interface CollectRequest {
  readonly functions: readonly FunctionReference[];
  readonly settings: AwsSettings;
  readonly now: () => Date;
  /** Told what is being read. */
  readonly onProgress?: (phase: string) => void;
  readonly signal?: AbortSignal;
  /** Whether targets are looked for that the functions' own configurations name; so they are unless it says no. */
  readonly detect?: boolean;
  /** Whether IAM is asked what the functions' execution roles may do. */
  readonly checkRole?: boolean;
  /** Host names to resolve besides those that functions name; without the list, none is resolved. */
  readonly resolve?: readonly string[];
}

/**
 * In the order of the schema. Every kind has a collector, which a test holds, so no section is missing; the type of a
 * map cannot say it.
 */
const asSections = (sections: ReadonlyMap<Kind, Reading>): Sections =>
  Object.fromEntries(kinds.map((kind) => [kind, sections.get(kind)])) as unknown as Sections;

/** If AWS answered for no function at all, there is nothing to diagnose and one thing to mend. */
const assertAnswered = (readings: readonly FunctionReading[], settings: AwsSettings, region: string): void => {
  const failures = readings.map((reading) =>
    reading.status === 'failed' ? accessFailure(reading.error, settings, region) : null,
  );
  const first = failures[0];
  if (first && failures.every((failure) => failure !== null)) throw first;
};

const accountOf = (lambdaFunction: LambdaFunction | undefined): string | null =>
  lambdaFunction?.arn.split(':')[4] || null;

const namedHosts = ({ namedTargets = [] }: LambdaFunction): readonly string[] =>
  namedTargets.flatMap(({ target }) => (target.kind === 'host' ? [target.host] : []));

/** What DNS says of all hosts that are asked about; a service of AWS is asked by its own name, never by addresses. */
const resolvedHostsOf = async (functions: readonly LambdaFunction[], { resolve, signal }: CollectRequest) => {
  if (resolve === undefined) return {};
  const hosts = [...resolve, ...functions.flatMap(namedHosts)].filter((host) => awsService(host) === null);
  return { resolvedHosts: await resolveHosts(hosts, signal) };
};

const withFurther = (
  reading: FunctionReading,
  further: FurtherReads | undefined,
  role: FurtherReads | undefined,
): readonly LambdaFunction[] => (reading.status === 'read' ? [{ ...reading.lambdaFunction, ...further, ...role }] : []);

const readSnapshot = async (aws: Aws, request: CollectRequest, collectedAt: string): Promise<Snapshot> => {
  const { functions: references, settings, onProgress } = request;
  onProgress?.(references.length === 1 ? 'reading the function' : `reading ${references.length} functions`);
  const reading = readFunctions(aws, references, request.detect ?? true);
  const region = readRegion(aws);
  const readings = await reading;
  assertAnswered(readings, settings, aws.region);

  const functions = readings.flatMap((one) => (one.status === 'read' ? [one.lambdaFunction] : []));
  const named = readNamed(aws, functions);
  const attachments = await attachmentsOf(functions, named);
  if (attachments.length > 0) onProgress?.('reading the network');
  const [network, ofNames, unread, resolved, roles, further] = await Promise.all([
    attachments.length > 0 ? readNetwork(aws, attachments, region) : noNetwork(),
    namedSections(named),
    unreadFunctions(aws, readings),
    resolvedHostsOf(functions, request),
    request.checkRole ? readRoles(aws, readings) : [],
    // Behind the network, so that no call that decides on answers waits for one that does not.
    readFurther(aws, readings),
  ]);
  const items = readings.flatMap((one, index) => withFurther(one, further[index], roles[index]));
  return {
    schemaVersion: snapshotSchemaVersion,
    collectedAt,
    account: accountOf(functions[0]),
    region: aws.region,
    apiCalls: aws.calls(),
    unreadFunctions: unread,
    otherFailedReads: aws.failedReads(),
    ...(network.unreadVpcs.length > 0 && { unreadVpcs: network.unreadVpcs }),
    ...resolved,
    sections: asSections(new Map([...network.sections, ...ofNames, ['functions', { status: 'collected', items }]])),
  };
};

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/**
 * Reads the functions and the network that concerns them. A call that fails becomes an unavailable section and the
 * rest goes on; only if AWS could not be asked at all, the promise is rejected with a UserError.
 *
 * What needs no VPC is read beside the functions, everything else as soon as Lambda has reported the VPC: two levels of
 * dependent calls. There is a third one where what was read asks for more: prefix lists with entries, a peered VPC, a
 * route to a transit gateway or an instance, an alias of a published version, or another VPC than Lambda reported.
 */
export const collect = async (request: CollectRequest): Promise<Snapshot> => {
  const { functions, settings, now, signal } = request;
  signal?.throwIfAborted();
  const collectedAt = now().toISOString();
  const region = functions.find((reference) => reference.region !== null)?.region ?? settings.region;
  const actions = collectors.flatMap((collector) => collector.actions);
  const aws = await connect({ ...settings, region }, actions, signal);
  try {
    const snapshot = readSnapshot(aws, request, collectedAt);
    return await (signal ? Promise.race([snapshot, whenAborted(signal)]) : snapshot);
  } finally {
    aws.close();
  }
};
