import { isService } from './services.ts';

/** A service behind an AWS host name. The region is null for a global or legacy name, which says nothing of one. */
export interface AwsService {
  readonly service: string;
  readonly region: string | null;
}

/**
 * Names of regions, in every partition.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const regionName =
  '(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-(?:gov|isob?|isoe|isof|de))?-(?:central|(?:north|south)(?:east|west)?|east|west)-\\d{1,2}';

const regionOnly = new RegExp(`^${regionName}$`);

export const isRegion = (text: string): boolean => regionOnly.test(text);

const domain = '(?:amazonaws\\.com(?:\\.cn)?|api\\.aws)';
const regional = new RegExp(`^(.+)\\.(${regionName})\\.${domain}$`);
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#s3-dash-region */
const dashedS3 = new RegExp(`^(?:.+\\.)?s3-(${regionName})\\.amazonaws\\.com$`);
const worldwide = /^(?:.+\.)?([a-z0-9-]+)\.amazonaws\.com$/;

/**
 * Services whose host names do not begin as their endpoint services are called. One of several parts is the other way
 * round in host names (`ecr.api`, `api.ecr`) and not listed. https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
const servicesByLabel: ReadonlyMap<string, string> = new Map([
  ['api.detective', 'detective'],
  ['api.iotdeviceadvisor', 'deviceadvisor.iot'],
  ['appstream2', 'appstream.api'],
  ['codeartifact', 'codeartifact.api'],
  ['codeconnections', 'codeconnections.api'],
  ['codestar-connections', 'codestar-connections.api'],
  ['data.qapps', 'qapps'],
  ['firehose', 'kinesis-firehose'],
  ['iot', 'iot.api'],
  ['kinesis', 'kinesis-streams'],
  ['metering.marketplace', 'metering-marketplace'],
  ['sms-voice', 'pinpoint-sms-voice-v2'],
  ['streams.dynamodb', 'dynamodb-streams'],
]);

/** Services whose host names begin with one's own bucket, interface, registry, domain or device endpoint. */
const servicesOfOwnNames: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)s3(\.dualstack)?$|\.s3-accesspoint(\.dualstack)?$/, 's3'],
  [/\.s3express-[a-z0-9-]+$/, 's3express'],
  [/^[^.]+\.execute-api$/, 'execute-api'],
  [/^[^.]+\.dkr\.ecr$/, 'ecr.dkr'],
  [/^[^.]+\.d\.codeartifact$/, 'codeartifact.repositories'],
  [/^[^.]+\.credentials\.iot$/, 'iot.credentials'],
  [/^[^.]+\.iot$/, 'iot.data'],
];

const withoutFips = (label: string): string => label.replace(/-fips$/, '');

const reversed = (name: string): string => name.split('.').reverse().join('.');

/** A name of one part before the region is always a service's own; one of several can be somebody's resource. */
const serviceOfLabel = (label: string): string | null => {
  if (isService(label)) return label;
  const plain = withoutFips(label);
  const listed = servicesByLabel.get(plain);
  if (listed !== undefined) return listed;
  if (isService(reversed(plain))) return reversed(plain);
  return servicesOfOwnNames.find(([form]) => form.test(plain))?.[1] ?? (plain.includes('.') ? null : plain);
};

/** Global names, and those from before names had a region, by the part that stands before the domain. */
const worldwideServices: ReadonlyMap<string, string> = new Map([
  ['cloudfront', 'cloudfront'],
  ['iam', 'iam'],
  ['queue', 'sqs'],
  ['route53', 'route53'],
  ['s3', 's3'],
  ['sts', 'sts'],
]);

/**
 * The service that an AWS host name leads to; null for every other name, among them those of databases, load balancers
 * and endpoints, which lead to addresses of somebody's own.
 */
export const awsService = (host: string): AwsService | null => {
  const name = host.toLowerCase();
  const [, label, region] = regional.exec(name) ?? [];
  if (label !== undefined && region !== undefined) {
    const service = serviceOfLabel(label);
    return service === null ? null : { service, region };
  }
  const dashed = dashedS3.exec(name)?.[1];
  if (dashed !== undefined) return { service: 's3', region: dashed };
  const service = worldwideServices.get(worldwide.exec(name)?.[1] ?? '');
  return service === undefined ? null : { service, region: null };
};

/**
 * The service of this region behind a host name; null if the name is of another region, global, or no service's. Only
 * names of the endpoint's own region lead to an interface endpoint with private DNS.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html#interface-endpoint-dns-hostnames
 */
export const serviceOfHost = (host: string, region: string): string | null => {
  const found = awsService(host);
  return found?.region === region ? found.service : null;
};

/** The host name by which programs call a service in a region. */
export const hostOfService = (service: string, region: string): string => {
  const listed = [...servicesByLabel].find(([, name]) => name === service)?.[0];
  return `${listed ?? reversed(service)}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
};
