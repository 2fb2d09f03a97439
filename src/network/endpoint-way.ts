import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import type { Family } from './address.ts';
import {
  addressesIn,
  type Destination,
  ofName,
  privateAddressesOf,
  rangesIn,
  type SomeAddresses,
} from './destination.ts';
import type { Doubt } from './doubt.ts';
import { ipv6RangesInUse } from './ipv6-range.ts';
import { assignableIn } from './ranges-on-paths.ts';
import { lookup, type World } from './world.ts';

/**
 * The families of which the name of the service has records in the VPC of an endpoint; null where that was not read. A
 * private hosted zone without a record of the other family answers that there is none, and not with the public one.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
const recordedFamilies = ({ dnsRecordIpType, ipAddressType }: VpcEndpoint): readonly Family[] | null => {
  switch (dnsRecordIpType) {
    case 'ipv4':
    case 'service-defined':
      return ['ipv4'];
    case 'ipv6':
      return ['ipv6'];
    case 'dualstack':
      return ['ipv4', 'ipv6'];
    default:
      return ipAddressType === 'ipv4' || ipAddressType === 'ipv6' ? [ipAddressType] : null;
  }
};

const unreadRecords = (id: string): Doubt => ({
  kind: 'not-evaluated',
  resource: id,
  what: `${id} has addresses of both families, and of which of them the name of its service has records is not read`,
});

/** One interface in each subnet of the endpoint; null where one of them has no range of the family, or was not read. */
const inItsSubnets = (
  world: World,
  { id, subnetIds, securityGroupIds }: VpcEndpoint,
  family: Family,
  port: number,
  doubt: Doubt,
): SomeAddresses | null => {
  const subnets = subnetIds.map((subnetId) => {
    const found = lookup(world.subnets, subnetId);
    if (found.status !== 'found') return [];
    const { cidr, ipv6Cidrs } = found.item;
    return rangesIn(family, [cidr ?? '', ...ipv6RangesInUse(ipv6Cidrs)]).map(assignableIn);
  });
  const endpoint = { id, securityGroupIds };
  const isKnown = subnets.length > 0 && subnets.every((ranges) => ranges.length > 0);
  return isKnown ? { kind: 'some-addresses', family, subnets, port, endpoint, doubt } : null;
};

/** The addresses of an endpoint, of one family; null where it has none or they are not known. */
const addressesOf = (world: World, endpoint: VpcEndpoint, family: Family, port: number) => {
  const { networkInterfaces } = world;
  if (networkInterfaces.status === 'unavailable')
    return inItsSubnets(world, endpoint, family, port, networkInterfaces.doubt);
  const found = endpoint.networkInterfaceIds.map((each) => lookup(networkInterfaces, each));
  const interfaces = found.flatMap((eni) => (eni.status === 'found' ? [eni.item] : []));
  const isWhole = interfaces.length === found.length;
  return isWhole ? addressesIn(family, privateAddressesOf(interfaces), port, endpoint.id) : null;
};

/**
 * The interfaces of an endpoint to which a name leads, by the addresses of which it has records: those that AWS gives the
 * service's own name, unless the owner makes them.
 */
export const endpointWay = (
  world: World,
  endpoint: VpcEndpoint,
  port: number,
  families = recordedFamilies(endpoint),
): Destination => {
  const { id } = endpoint;
  const { networkInterfaces } = world;
  const [ipv4 = null, ipv6 = null] = (['ipv4', 'ipv6'] as const).map((family) =>
    families?.includes(family) === false ? null : addressesOf(world, endpoint, family, port),
  );
  if (families === null && ipv4 && ipv6) return { kind: 'either', ways: [ipv4, ipv6], doubt: unreadRecords(id) };
  const missing: Doubt = { kind: 'missing', resource: `an interface of ${id}` };
  const doubt = networkInterfaces.status === 'unavailable' ? networkInterfaces.doubt : missing;
  return ofName(id, ipv4, ipv6) ?? { kind: 'open', doubt, port };
};
