import type { AwsService } from '../model/aws-hosts.ts';
import type { PrefixList } from '../model/kinds/prefix-lists.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import type { Vpc } from '../model/kinds/vpcs.ts';
import { parseCidr } from './address.ts';
import type { Destination, UnnamedEndpoint } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { endpointWay } from './endpoint-way.ts';
import { doubtAboutNames, doubtAboutPrivateNames, ownServers } from './names.ts';
import { doubtIfBlocked } from './other-ways.ts';
import { relatedService } from './related-service.ts';
import { itemsInVpc, itemsOf, lookup, type World } from './world.ts';

/** Names of endpoint services end in region and service, those of global services in the service alone. */
const suffixOf = ({ service, region }: AwsService): string => `.${region ?? 'amazonaws'}.${service}`;

/** The endpoints of a VPC for a service. */
export const endpointsFor = (list: World['vpcEndpoints'], vpcId: string, service: AwsService): readonly VpcEndpoint[] =>
  itemsInVpc(list, vpcId).filter(({ serviceName }) => serviceName?.endsWith(suffixOf(service)) ?? false);

/** AWS's own list of the addresses of a service, as for those with gateway endpoints. */
export const prefixListOf = (list: World['prefixLists'], service: AwsService): PrefixList | undefined =>
  itemsOf(list).find(({ name, ownerId }) => ownerId === 'AWS' && name?.endsWith(suffixOf(service)));

/** States that an interface endpoint has before it serves, or after; the last two never serve. */
const underway: readonly string[] = ['pending', 'deleting', 'partial'];

/** Whether the name of the service is to give the addresses of the endpoint. */
export const hasPrivateName = ({ type, privateDnsEnabled, privateDnsOnlyForInboundResolver }: VpcEndpoint): boolean =>
  type === 'Interface' && privateDnsEnabled === true && privateDnsOnlyForInboundResolver !== true;

/** Private names of endpoints are answered in a VPC that has both DNS attributes on. */
export const answersPrivateNames = ({ enableDnsSupport, enableDnsHostnames }: Vpc): boolean =>
  [enableDnsSupport, enableDnsHostnames].every((attribute) => attribute.status === 'unavailable' || attribute.value);

/**
 * An interface endpoint for S3 beside a gateway endpoint answers only inbound resolvers unless its owner says otherwise.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns
 */
const perhapsForResolversOnly = ({ id }: VpcEndpoint): Doubt => ({
  kind: 'not-evaluated',
  resource: id,
  what: `whether ${id} answers only inbound resolvers or the function as well is not read`,
});

/** The ranges of the service, where AWS gives them as a prefix list, as for those with gateway endpoints. */
const byPrefixList = (world: World, service: AwsService, port: number): Destination | null => {
  const list = prefixListOf(world.prefixLists, service);
  if (list === undefined) return null;
  const { cidrs } = list;
  if (cidrs.status === 'unavailable') return null;
  const ranges = cidrs.value.flatMap((cidr) => parseCidr(cidr) ?? []).filter(({ family }) => family === 'ipv4');
  return ranges.length === 0 ? null : { kind: 'addresses', family: 'ipv4', ranges, port, endpointId: null };
};

/** Which names besides the usual one of its service lead to an endpoint is AWS's to say, for each service. */
const otherEdition = ({ id }: VpcEndpoint, { service, edition }: AwsService): Doubt | null =>
  edition === undefined
    ? null
    : {
        kind: 'not-evaluated',
        resource: id,
        what: `whether the ${edition === 'fips' ? 'FIPS' : edition} name of ${service} leads to ${id} is not read`,
      };

/** Why the name of an endpoint may lead to it and may lead past it; null if it certainly does. */
const doubtAboutName = (
  world: World,
  vpc: Vpc,
  service: AwsService,
  named: VpcEndpoint,
  endpoints: readonly VpcEndpoint[],
) =>
  doubtAboutPrivateNames(world, vpc) ??
  otherEdition(named, service) ??
  (named.privateDnsOnlyForInboundResolver === undefined &&
  endpoints.some(({ type, state }) => type === 'Gateway' && state === 'available')
    ? perhapsForResolversOnly(named)
    : null);

/**
 * The endpoints that a private hosted zone of the owner can give the service's name, as is usual where private DNS is
 * off, or a DNS server of the owner. Private hosted zones need both DNS attributes of the VPC, and are not read.
 * https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
const unnamedEndpoints = (
  world: World,
  vpc: Vpc,
  { service }: AwsService,
  endpoints: readonly VpcEndpoint[],
  port: number,
): UnnamedEndpoint[] => {
  const hasOwnServers = ownServers(world, vpc).length > 0;
  if (!answersPrivateNames(vpc) && !hasOwnServers) return [];
  return endpoints.flatMap((endpoint): UnnamedEndpoint[] => {
    const { id, type, state } = endpoint;
    if (type !== 'Interface' || ![...underway, 'available'].includes(state)) return [];
    const namedBy = hasOwnServers ? 'a private hosted zone or DNS server' : 'a private hosted zone';
    const forResolversOnly = endpoint.privateDnsEnabled === true;
    const doubt: Doubt =
      state === 'available'
        ? { kind: 'private-dns-off', resource: id, service, forResolversOnly, letsIn: false, namedBy }
        : { kind: 'in-transition', resource: id, state };
    return [{ way: endpointWay(world, endpoint, port, null), doubt }];
  });
};

/**
 * The way that a service's name leads to from a subnet: the interfaces of an endpoint with private DNS, else the ranges
 * that AWS gives for it, which a gateway endpoint or another route takes, else public addresses.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export const serviceWay = (
  world: World,
  subnet: Subnet,
  isShared: boolean,
  service: AwsService,
  port: number,
): Destination => {
  const open = (doubt: Doubt): Destination => ({ kind: 'open', doubt, port });
  const vpc = lookup(world.vpcs, subnet.vpcId);
  if (vpc.status !== 'found')
    return open(vpc.status === 'missing' ? { kind: 'missing', resource: subnet.vpcId } : vpc.doubt);
  const unresolved = doubtAboutNames(world, vpc.item);
  if (unresolved !== null) return open(unresolved);
  if (world.vpcEndpoints.status === 'unavailable') return open(world.vpcEndpoints.doubt);
  const endpoints = endpointsFor(world.vpcEndpoints, subnet.vpcId, service);
  const changing = endpoints.find((endpoint) => hasPrivateName(endpoint) && underway.includes(endpoint.state));
  if (changing !== undefined) return open({ kind: 'in-transition', resource: changing.id, state: changing.state });
  const related = relatedService(service, world.snapshot.region);
  const ifBlocked = doubtIfBlocked(world, subnet, isShared, service, {
    own: endpoints,
    related: related === null ? [] : endpointsFor(world.vpcEndpoints, subnet.vpcId, related),
  });
  const past = byPrefixList(world, service, port) ?? { kind: 'public-service', ifBlocked, port };
  const named = endpoints.find((endpoint) => hasPrivateName(endpoint) && endpoint.state === 'available');
  if (named === undefined) {
    const unnamed = unnamedEndpoints(world, vpc.item, service, endpoints, port);
    return unnamed.length === 0 ? past : { kind: 'usual', usual: past, unnamed };
  }
  const within = endpointWay(world, named, port);
  const doubt = doubtAboutName(world, vpc.item, service, named, endpoints);
  if (doubt === null && !answersPrivateNames(vpc.item)) return past;
  return doubt === null ? within : { kind: 'either', ways: [within, past], doubt };
};
