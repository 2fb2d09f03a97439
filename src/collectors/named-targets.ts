import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { awsService, type Edition, hostOfService } from '../model/aws-hosts.ts';
import type { NamedTarget } from '../model/kinds/functions.ts';
import { type HostAndPort, isAddress, portOf } from './host-and-port.ts';
import { hostsInValue } from './hosts-in-value.ts';
import { serviceOfArn } from './service-of-arn.ts';

type Target = NamedTarget['target'];
type Variables = Readonly<Record<string, string>>;

const httpsPort = 443;

/** Host names of AWS whose servers listen on one port only. */
const fixedPorts: readonly (readonly [RegExp, number])[] = [
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
  [/\.es\.amazonaws\.com$/, httpsPort],
  // https://docs.aws.amazon.com/efs/latest/ug/network-access.html
  [/\.efs\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/, 2049],
  // https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
  [/\.vpce\.amazonaws\.com(\.cn)?$/, httpsPort],
];

const ofService = (service: string, region: string, own: string, port: number, edition?: Edition): Target =>
  region === own && port === httpsPort && edition === undefined
    ? { kind: 'service', service }
    : { kind: 'host', host: hostOfService(service, region, edition), port };

/** A target without what is somebody's own in the name of a service's host, such as the bucket; null without a port. */
const targetOf = ({ host, port }: HostAndPort, own: string): Target | null => {
  if (isAddress(host)) return port === null ? null : { kind: 'address', address: host, port };
  const known = awsService(host);
  if (known !== null && known.region !== null) {
    const { service, region, edition } = known;
    return ofService(service, region, own, port ?? httpsPort, edition);
  }
  if (known !== null) return { kind: 'host', host: host.split('.').slice(-3).join('.'), port: port ?? httpsPort };
  const where = port ?? fixedPorts.find(([name]) => name.test(host))?.[1] ?? null;
  return where === null ? null : { kind: 'host', host, port: where };
};

/** The port in the variable beside one that names a host: `DB_PORT` beside `DB_HOST`. */
const portBeside = (variable: string, variables: Variables): number | null => {
  const beside = variable.replace(/(?<=_|^)(HOST|HOSTNAME|ENDPOINT|ADDRESS|SERVER)$/i, 'PORT');
  return beside === variable ? null : portOf((variables[beside] ?? '').trim());
};

const ofVariable = (variable: string, variables: Variables, own: string): readonly Target[] => {
  const value = variables[variable] ?? '';
  const arn = serviceOfArn(value.trim());
  if (arn !== null) return [ofService(arn.service, arn.region ?? own, own, httpsPort)];
  return hostsInValue(variable, value).flatMap(
    ({ host, port }) => targetOf({ host, port: port ?? portBeside(variable, variables) }, own) ?? [],
  );
};

/** Names what is not to be asked through a proxy. */
const saysNothing = (variable: string): boolean => variable.toUpperCase() === 'NO_PROXY';

const ofEnvironment = (variables: Variables, own: string): readonly NamedTarget[] =>
  Object.keys(variables)
    .filter((variable) => !saysNothing(variable))
    .sort()
    .flatMap((variable) =>
      ofVariable(variable, variables, own).map((target) => ({ target, namedBy: `env ${variable}` })),
    );

const once = (named: readonly NamedTarget[]): readonly NamedTarget[] => [
  ...new Map(named.map((each) => [JSON.stringify(each), each])).values(),
];

/**
 * What a function's configuration names as something that it calls. Values of environment variables end here: of each
 * only the targets that it names go on. Its dead-letter queue is none of them: Lambda sends to it, not the function.
 * `region` is the function's own.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const namedTargets = (raw: FunctionConfiguration, region: string): readonly NamedTarget[] =>
  once(ofEnvironment(raw.Environment?.Variables ?? {}, region));
