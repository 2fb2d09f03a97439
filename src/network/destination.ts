import type { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import { type AddressRange, type Family, parseCidr } from './address.ts';
import type { Doubt } from './doubt.ts';

/** Addresses of one family, each of which is meant. */
export interface Addresses {
  readonly kind: 'addresses';
  readonly family: Family;
  readonly ranges: readonly AddressRange[];
  readonly port: number;
  /** The interface endpoint that has them; null where they are no endpoint's. */
  readonly endpointId: string | null;
}

/** An endpoint whose interfaces could not be read; they carry its groups. */
export type EndpointOutOfSight = Pick<VpcEndpoint, 'id' | 'securityGroupIds'>;

/** One address of each of these subnets, and it cannot be told which; `doubt` says why. */
export interface SomeAddresses {
  readonly kind: 'some-addresses';
  readonly family: Family;
  /** What an interface can have, by subnet. */
  readonly subnets: readonly (readonly AddressRange[])[];
  readonly port: number;
  readonly endpoint: EndpointOutOfSight;
  readonly doubt: Doubt;
}

type OfOneFamily = Addresses | SomeAddresses;

/** An endpoint whose addresses the name of its service gives only if its owner's own DNS says so. */
export interface UnnamedEndpoint {
  readonly way: Destination;
  readonly doubt: Doubt;
}

/** Where packets to a target go from one subnet. */
export type Destination =
  | { readonly kind: 'internet'; readonly family: Family }
  | OfOneFamily
  /** What has addresses of both families, of which a program uses either; a function that sends no IPv6 uses IPv4. */
  | { readonly kind: 'dual-stack'; readonly ipv4: OfOneFamily; readonly ipv6: OfOneFamily; readonly name: string }
  /** Public addresses of a service, which the snapshot does not hold; `ifBlocked` says why there may be another way. */
  | { readonly kind: 'public-service'; readonly ifBlocked: Doubt | null; readonly port: number }
  /** One of these ways, and it cannot be told which. */
  | { readonly kind: 'either'; readonly ways: readonly Destination[]; readonly doubt: Doubt }
  /** The usual way, and where that fails perhaps one to an endpoint to which only a name of the owner's leads. */
  | { readonly kind: 'usual'; readonly usual: Destination; readonly unnamed: readonly UnnamedEndpoint[] }
  /** It cannot be told which addresses are meant. */
  | { readonly kind: 'open'; readonly doubt: Doubt; readonly port: number };

export const rangesIn = (family: Family, cidrs: readonly string[]): AddressRange[] =>
  cidrs.flatMap((cidr) => {
    const range = parseCidr(cidr);
    return range !== null && range.family === family ? [range] : [];
  });

/** Those of one family; null where there are none. */
export const addressesIn = (
  family: Family,
  cidrs: readonly string[],
  port: number,
  endpointId: string | null = null,
): Addresses | null => {
  const ranges = rangesIn(family, cidrs);
  return ranges.length === 0 ? null : { kind: 'addresses', family, ranges, port, endpointId };
};

/** All IPv4 addresses among these; the IPv6 ones where there are none. */
export const allOfFamily = (cidrs: readonly string[], port: number): Addresses | null =>
  addressesIn('ipv4', cidrs, port) ?? addressesIn('ipv6', cidrs, port);

/** The addresses that a name gives, of one family or of both; null where it gives none. */
export const ofName = (name: string, ipv4: OfOneFamily | null, ipv6: OfOneFamily | null): Destination | null =>
  ipv4 !== null && ipv6 !== null ? { kind: 'dual-stack', ipv4, ipv6, name } : (ipv4 ?? ipv6);

/** The private addresses of these interfaces, of either family. */
export const privateAddressesOf = (interfaces: readonly NetworkInterface[]): string[] =>
  interfaces.flatMap(({ privateIpAddresses, ipv6Addresses }) => [
    ...privateIpAddresses.map(({ address }) => address),
    ...ipv6Addresses,
  ]);

/** The interface endpoint to which all ways of a destination lead; null where one leads elsewhere. */
export const endpointOf = (destination: Destination): string | null => {
  switch (destination.kind) {
    case 'addresses':
      return destination.endpointId;
    case 'some-addresses':
      return destination.endpoint.id;
    case 'usual':
      return endpointOf(destination.usual);
    case 'dual-stack':
      return endpointOf(destination.ipv4);
    case 'either': {
      const [first, ...others] = destination.ways.map(endpointOf);
      return others.every((other) => other === first) ? (first ?? null) : null;
    }
    default:
      return null;
  }
};

/** Whether packets need IPv4: public names of services have IPv4 addresses, mostly those alone. */
export const isIpv4 = (destination: Destination): boolean => {
  if (destination.kind === 'either') return destination.ways.some(isIpv4);
  if (destination.kind === 'usual') return isIpv4(destination.usual);
  if (destination.kind === 'dual-stack' || destination.kind === 'public-service') return true;
  return 'family' in destination && destination.family === 'ipv4';
};
