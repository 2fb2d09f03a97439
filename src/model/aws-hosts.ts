import { isService } from './services.ts';

/**
 * Names of a service beside its usual one: of the FIPS 140 and the dual-stack edition, and that of S3 from before its
 * regions stood behind a dot.
 */
export type Edition = 'fips' | 'dual-stack' | 'legacy';

/** A service behind an AWS host name. The region is null for a global or legacy name, which says nothing of one. */
export interface AwsService {
  readonly service: string;
  readonly region: string | null;
  /** Left out for the usual name, the only one that is sure to lead to an interface endpoint. */
  readonly edition?: Edition;
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
  [/^(?!.*-vpce-)[^.]+\.execute-api$/, 'execute-api'],
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

const editionOf = (host: string, label: string): Edition | null => {
  if (/-fips$/.test(label)) return isService(label) ? null : 'fips';
  return host.endsWith('.api.aws') || label.endsWith('.dualstack') ? 'dual-stack' : null;
};

/**
 * The service that an AWS host name leads to; null for every other name, among them those of databases, load balancers
 * and endpoints, which lead to addresses of somebody's own.
 */
export const awsService = (host: string): AwsService | null => {
  const name = host.toLowerCase();
  const [, label, region] = regional.exec(name) ?? [];
  if (label !== undefined && region !== undefined) {
    const service = serviceOfLabel(label);
    const edition = editionOf(name, label);
    return service === null ? null : { service, region, ...(edition !== null && { edition }) };
  }
  const dashed = dashedS3.exec(name)?.[1];
  if (dashed !== undefined) return { service: 's3', region: dashed, edition: 'legacy' };
  const service = worldwideServices.get(worldwide.exec(name)?.[1] ?? '');
  return service === undefined ? null : { service, region: null };
};

/** The host name by which programs call a service in a region, in one of its editions. */
export const hostOfService = (service: string, region: string, edition?: Edition): string => {
  const listed = [...servicesByLabel].find(([, name]) => name === service)?.[0];
  const label = listed ?? reversed(service);
  const domain = `amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  if (edition === 'legacy') return `s3-${region}.${domain}`;
  if (edition === 'fips') return `${label}-fips.${region}.${domain}`;
  if (edition === undefined) return `${label}.${region}.${domain}`;
  return service === 's3' ? `s3.dualstack.${region}.${domain}` : `${label}.${region}.api.aws`;
};
