import { EC2Client, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { UserError } from '../errors.ts';
import type { Unavailable } from '../model/section.ts';
import { httpHandler } from './connection.ts';
import { endpointOf } from './endpoint.ts';
import { atPace, paceOfLambda } from './pace.ts';
import { type Action, type Plugin, readOnly } from './read-only.ts';
import { countCalls } from './turns.ts';
import { NoCredentials, reasonOf } from './unavailable.ts';

/** Where and as whom AWS is asked, as the command line and the environment say it. */
export interface AwsSettings {
  /** `--region`, or the region of the functions' ARNs. */
  readonly region: string | null;
  readonly profile: string | null;
  readonly roleArn: string | null;
  readonly endpointUrl: string | null;
  /** For the region and the proxy; the SDK reads its own variables from the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Text of the PEM file that AWS_CA_BUNDLE names; without it, Node's own certificates are trusted. */
  readonly certificates?: string | null;
}

/** What all clients have in common: the connection, the identity and the region. */
type ClientSettings = Pick<EC2ClientConfig, 'requestHandler' | 'logger' | 'endpoint' | 'profile'> & {
  readonly region: string;
  readonly credentials: () => Promise<Identity>;
};

interface Guarded {
  readonly middlewareStack: { readonly use: (plugin: Plugin) => void };
}

/** AWS as the collectors see it. */
export interface Aws {
  readonly ec2: EC2Client;
  readonly lambda: LambdaClient;
  /** A client of a further service, which like the others sends the listed actions and nothing else. */
  readonly client: <Client extends Guarded>(create: (settings: ClientSettings) => Client) => Client;
  readonly region: string;
  /** Goes with every call. */
  readonly options: { readonly abortSignal: AbortSignal };
  /** Calls so far; a page is a call, a retry is not. */
  readonly calls: () => number;
  /** Keeps in mind that a read failed although nothing is missing for it. */
  readonly noteFailedRead: (action: Action, error: unknown) => void;
  readonly failedReads: () => readonly Unavailable[];
  /** Ends what is still under way and closes the connections. */
  readonly close: () => void;
}

type Logger = NonNullable<EC2ClientConfig['logger']>;

const nothing = () => undefined;
/** Without `info`, which the SDK's types demand: if it is there, the SDK walks every answer to log it. */
const quiet = { trace: nothing, debug: nothing, warn: nothing, error: nothing } as Partial<Logger> as Logger;

const regionOf = ({ region, env }: AwsSettings): string | null =>
  region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || null;

/** The region, from the profile if nothing else names one. */
const resolvedRegion = async (client: EC2Client, named: string | null): Promise<string> => {
  try {
    return await client.config.region();
  } catch {
    throw named === null
      ? new UserError('no AWS region is set', 'for example --region eu-west-1, or AWS_REGION in the environment')
      : new UserError(`${named} is not an AWS region`, '--region eu-west-1');
  }
};

type Identity = Awaited<ReturnType<EC2Client['config']['credentials']>>;

/** Asks once for all clients; whoever asks later gets the same identity or the same error. */
const askedOnce = (provider: () => Promise<Identity>): (() => Promise<Identity>) => {
  let asked: Promise<Identity> | null = null;
  return () => {
    asked ??= provider().catch((error: unknown) => {
      throw new NoCredentials(error);
    });
    return asked;
  };
};

/** Clients that send the listed actions and nothing else, and stop when the signal says so. */
export const connect = async (
  settings: AwsSettings,
  actions: readonly Action[],
  signal: AbortSignal | undefined,
): Promise<Aws> => {
  const { profile, roleArn, env } = settings;
  const named = regionOf(settings);
  const requestHandler = await httpHandler(env, settings.certificates ?? null, quiet);
  const shared = {
    requestHandler,
    logger: quiet,
    ...endpointOf(settings.endpointUrl, env),
    ...(profile && { profile }),
  };

  // The first client has no work but to find out region and credentials as the SDK does.
  const base = new EC2Client({ ...shared, ...(named && { region: named }) });
  const region = await resolvedRegion(base, named);
  const own = () => base.config.credentials();
  const assumed = async (RoleArn: string) => {
    const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
    const params = { RoleArn, RoleSessionName: 'lambda-net-doctor' };
    const clientPlugins = [readOnly(['sts:AssumeRole'])];
    const clientConfig = { ...shared, region };
    return fromTemporaryCredentials({ params, masterCredentials: own, clientConfig, clientPlugins, logger: quiet })();
  };
  const credentials = askedOnce(roleArn === null ? own : () => assumed(roleArn));

  const counter = countCalls();
  const client: Aws['client'] = (create) => {
    const created = create({ ...shared, region, credentials });
    created.middlewareStack.use(readOnly(actions));
    created.middlewareStack.use(counter.plugin);
    return created;
  };
  const stop = new AbortController();
  const abortSignal = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const close = () => {
    stop.abort();
    requestHandler.destroy();
  };
  const lambda = client((common) => new LambdaClient(common));
  lambda.middlewareStack.use(atPace(paceOfLambda, abortSignal));
  const failed: Unavailable[] = [];
  return {
    ec2: client((common) => new EC2Client(common)),
    lambda,
    client,
    region,
    options: { abortSignal },
    calls: counter.calls,
    noteFailedRead: (action, error) => void failed.push({ status: 'unavailable', action, reason: reasonOf(error) }),
    failedReads: () => failed.toSorted((a, b) => (a.action < b.action ? -1 : 1)),
    close,
  };
};
