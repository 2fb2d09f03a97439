import { awsService } from '../model/aws-hosts.ts';
import type { LambdaFunction, NamedTarget } from '../model/kinds/functions.ts';
import { isAccessPointId, nfsPort, type Question, type Target, targetName } from '../model/target.ts';

const httpsPort = 443;

const ofAddress = (address: string, port: number): Target =>
  address.includes(':')
    ? { kind: 'addresses', text: `[${address}]:${port}`, cidr: `${address}/128`, port }
    : { kind: 'addresses', text: `${address}:${port}`, cidr: `${address}/32`, port };

const ofHost = (host: string, port: number): Target => {
  const service = awsService(host);
  return { kind: 'host', text: `${host}:${port}`, host, port, ...(service !== null && { service }) };
};

const targetOf = (target: NamedTarget['target']): Target => {
  switch (target.kind) {
    case 'service':
      return target;
    case 'address':
      return ofAddress(target.address, target.port);
    case 'host':
      return ofHost(target.host, target.port);
    default:
      return target satisfies never;
  }
};

/** The same target, as the service where it is a host name by which programs in this region call that. */
export const inRegion = (target: Target, region: string): Target => {
  if (target.kind !== 'host' || target.port !== httpsPort || target.service?.region !== region) return target;
  const { service, edition } = target.service;
  return edition === undefined ? { kind: 'service', service } : target;
};

const isNamedBy = (names: readonly string[]): string => {
  const [first = '', ...others] = names;
  const [second, ...more] = others;
  if (second === undefined) return `${first} names it`;
  return more.length === 0 ? `${first} and ${second} name it` : `${first} and ${others.length} others name it`;
};

interface Named {
  readonly target: Target;
  readonly namedBy: string;
}

/** An access point goes by its id, the last part of its ARN. */
const ofFileSystem = (arn: string): readonly Named[] => {
  const id = arn.split('/').at(-1) ?? '';
  return isAccessPointId(id)
    ? [
        {
          target: { kind: 'file-system', text: `${id}:${nfsPort}`, id, port: nfsPort },
          namedBy: 'its file system configuration',
        },
      ]
    : [];
};

const lambdaApi = { kind: 'service', service: 'lambda' } as const satisfies Target;

/**
 * The code of a durable function saves each step with CheckpointDurableExecution.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CheckpointDurableExecution.html
 */
const ofDurableFunction: Question = {
  target: lambdaApi,
  origin: 'detected',
  askedBecause: 'its durable configuration needs it',
};

type Configured = Pick<LambdaFunction, 'namedTargets' | 'fileSystems' | 'durable'>;

/** Whether a function's own configuration asks for anything. */
export const asksItself = ({ namedTargets = [], fileSystems = [], durable }: Configured): boolean =>
  namedTargets.length + fileSystems.length > 0 || durable === true;

/**
 * What a function is asked because its own configuration names the target, each target once. `asked` are the names of
 * targets that somebody asks about anyway, which are not asked twice.
 */
export const detectedQuestions = (
  { namedTargets = [], fileSystems = [], durable }: Configured,
  region: string,
  asked: { readonly has: (target: string) => boolean } = new Set(),
): readonly Question[] => {
  const found = new Map<string, { readonly target: Target; readonly names: readonly string[] }>();
  const ofVariables = namedTargets.map(({ target, namedBy }) => ({
    target: inRegion(targetOf(target), region),
    namedBy,
  }));
  for (const { target, namedBy } of [...ofVariables, ...fileSystems.flatMap(ofFileSystem)]) {
    const name = targetName(target);
    if (asked.has(name)) continue;
    found.set(name, { target, names: [...(found.get(name)?.names ?? []), namedBy] });
  }
  const named = [...found.values()].map(
    ({ target, names }): Question => ({ target, origin: 'detected', askedBecause: isNamedBy(names) }),
  );
  const isAsked = asked.has(lambdaApi.service) || found.has(lambdaApi.service);
  return durable && !isAsked ? [...named, ofDurableFunction] : named;
};
