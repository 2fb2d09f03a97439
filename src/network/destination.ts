import type { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import { type AddressRange, type Family, parseCidr } from './address.ts';
import type { Doubt } from './doubt.ts';

/** Where packets to a target go from one subnet. */
export type Destination =
  | { readonly kind: 'internet'; readonly family: Family }
  | {
      readonly kind: 'addresses';
      readonly family: Family;
      readonly ranges: readonly AddressRange[];
      readonly port: number;
      /** The interface endpoint that has them; null where they are no endpoint's. */
      readonly endpointId: string | null;
    }
  /** Public addresses of a service, which the snapshot does not hold; `ifBlocked` says why there may be another way. */
  | { readonly kind: 'public-service'; readonly ifBlocked: Doubt | null }
  /** One of these ways, and it cannot be told which. */
  | { readonly kind: 'either'; readonly ways: readonly Destination[]; readonly doubt: Doubt }
  /** It cannot be told which addresses are meant. */
  | { readonly kind: 'open'; readonly doubt: Doubt; readonly port: number };

const rangesIn = (family: Family, cidrs: readonly string[]): AddressRange[] =>
  cidrs.flatMap((cidr) => {
    const range = parseCidr(cidr);
    return range !== null && range.family === family ? [range] : [];
  });

/** All IPv4 addresses among these; the IPv6 ones where there are none. */
export const allOfFamily = (
  cidrs: readonly string[],
  port: number,
  endpointId: string | null = null,
): Destination | null => {
  for (const family of ['ipv4', 'ipv6'] as const) {
    const ranges = rangesIn(family, cidrs);
    if (ranges.length > 0) return { kind: 'addresses', family, ranges, port, endpointId };
  }
  return null;
};

/** The private addresses of these interfaces. */
export const addressesOf = (
  interfaces: readonly NetworkInterface[],
  port: number,
  endpointId: string | null = null,
): Destination | null =>
  allOfFamily(
    interfaces.flatMap(({ privateIpAddresses, ipv6Addresses }) => [
      ...privateIpAddresses.map(({ address }) => address),
      ...ipv6Addresses,
    ]),
    port,
    endpointId,
  );
