import type { AwsService } from '../model/aws-hosts.ts';
import type { PrefixList } from '../model/kinds/prefix-lists.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import type { Vpc } from '../model/kinds/vpcs.ts';
import { parseCidr } from './address.ts';
import { addressesOf, type Destination } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { effectiveRouteTable } from './effective-route-table.ts';
import { doubtAboutNames, doubtAboutPrivateNames } from './names.ts';
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

/** The interfaces of an endpoint to which the service's own name leads. */
const interfacesOf = (world: World, { id, networkInterfaceIds }: VpcEndpoint, port: number): Destination => {
  const open = (doubt: Doubt): Destination => ({ kind: 'open', doubt, port });
  if (world.networkInterfaces.status === 'unavailable') return open(world.networkInterfaces.doubt);
  const interfaces = networkInterfaceIds.flatMap((each) => {
    const found = lookup(world.networkInterfaces, each);
    return found.status === 'found' ? [found.item] : [];
  });
  return addressesOf(interfaces, port, id) ?? open({ kind: 'missing', resource: `the interfaces of ${id}` });
};

/** The ranges of the service, where AWS gives them as a prefix list, as for those with gateway endpoints. */
const byPrefixList = (world: World, service: AwsService, port: number): Destination | null => {
  const list = prefixListOf(world.prefixLists, service);
  if (list === undefined) return null;
  const { cidrs } = list;
  if (cidrs.status === 'unavailable') return null;
  const ranges = cidrs.value.flatMap((cidr) => parseCidr(cidr) ?? []).filter(({ family }) => family === 'ipv4');
  return ranges.length === 0 ? null : { kind: 'addresses', family: 'ipv4', ranges, port, endpointId: null };
};

const networkRoutes: readonly string[] = [
  'transit-gateway',
  'vpc-peering-connection',
  'virtual-private-gateway',
  'core-network',
];

/**
 * Why there may be a way to the service although none is seen: an endpoint that the owner of a shared VPC has, or one
 * in another network to which a private hosted zone gives the name. Neither can be read here.
 */
const outOfSight = (world: World, subnet: Subnet, isShared: boolean, service: string): Doubt | null => {
  const table = effectiveRouteTable(world, subnet);
  const routes = table.status === 'found' ? table.table.routes : [];
  const elsewhere = routes.find(({ target, state }) => state === 'active' && networkRoutes.includes(target.kind));
  const resource = `an endpoint for ${service}`;
  if (isShared) return { kind: 'hidden', resource };
  if (elsewhere === undefined || !('id' in elsewhere.target)) return null;
  const what = `${elsewhere.target.id} may lead to ${resource} in another network, which is out of sight`;
  return { kind: 'out-of-sight', resource: elsewhere.target.id, what };
};

/** Why the name of an endpoint may lead to it and may lead past it; null if it certainly does. */
const doubtAboutName = (world: World, vpc: Vpc, named: VpcEndpoint, endpoints: readonly VpcEndpoint[]) =>
  doubtAboutPrivateNames(world, vpc) ??
  (named.privateDnsOnlyForInboundResolver === undefined &&
  endpoints.some(({ type, state }) => type === 'Gateway' && state === 'available')
    ? perhapsForResolversOnly(named)
    : null);

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
  const ifBlocked = outOfSight(world, subnet, isShared, service.service);
  const past = byPrefixList(world, service, port) ?? { kind: 'public-service', ifBlocked };
  const named = endpoints.find((endpoint) => hasPrivateName(endpoint) && endpoint.state === 'available');
  if (named === undefined) return past;
  const within = interfacesOf(world, named, port);
  const doubt = doubtAboutName(world, vpc.item, named, endpoints);
  if (doubt === null && !answersPrivateNames(vpc.item)) return past;
  return doubt === null ? within : { kind: 'either', ways: [within, past], doubt };
};
