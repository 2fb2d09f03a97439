import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Family } from '../../src/network/address.ts';
import type { Address } from '../../src/network/trace/block.ts';
import { readFacts } from '../../src/network/trace/facts.ts';
import { placeOf } from '../../src/network/trace/place.ts';
import { isGatewayEndpointRoute, longestRoutes } from '../../src/network/trace/route-choice.ts';
import { tablesOfSubnet } from '../../src/network/trace/subnet-tables.ts';
import { after, contains, cut, type Interval, intervalOf } from './intervals.ts';

/** What every packet of a function's subnet has in common. */
export interface Sender {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly functionAccount: string;
  readonly ipv6Allowed: boolean;
  /** The endpoint to which they go, whose interfaces may not have been read. */
  readonly endpointId?: string;
}

/**
 * Addresses that are no part of the internet, whatever the network: RFC 6890 and multicast; of the global unicast
 * addresses 2000::/3 what the registry does not call globally reachable, and 6to4.
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const reserved: Readonly<Record<Family, readonly Interval[]>> = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/3',
  ].map(intervalOf),
  ipv6: ['2001:2::/48', '2001:10::/28', '2001:db8::/32', '2002::/16', '3fff::/20'].map(intervalOf),
};

/** Over IPv6 all but 2000::/3 is reserved, and 64:ff9b::/96 stands for IPv4 addresses. */
const further: Readonly<Record<Family, readonly Interval[]>> = {
  ipv4: [],
  ipv6: ['2000::/3', '64:ff9b::/96'].map(intervalOf),
};

/** Where what is public begins and ends. */
export const edgesOf = (family: Family): readonly Address[] =>
  [...reserved[family], ...further[family]].flatMap(({ first, last }) => [first, after(last)]);

const whole: Readonly<Record<Family, Interval>> = {
  ipv4: intervalOf('0.0.0.0/0'),
  ipv6: intervalOf('2000::/3'),
};

/**
 * What the internet means for a subnet, in intervals: no reserved range, no VPC, no service of a gateway endpoint. A
 * prefix list that could not be read may take addresses from the endpoint, but then from every other route as well.
 */
export const internetOf = (
  snapshot: Snapshot,
  sender: Sender,
  family: Family,
  bounds: readonly Address[],
): Interval[] => {
  const facts = readFacts(snapshot, family);
  const place = placeOf(facts, sender.subnetId, sender.functionAccount);
  const own = (facts.vpcs ?? [])
    .filter(({ id }) => id === place.vpcId)
    .flatMap(({ cidrs, ipv6Cidrs }) => (family === 'ipv4' ? cidrs : ipv6Cidrs.map(({ cidr }) => cidr)));
  const subnets = (facts.subnets ?? []).filter(({ vpcId }) => vpcId === place.vpcId);
  const outside = [...reserved[family], ...own.map(intervalOf), ...subnets.flatMap(({ blocks }) => blocks)];
  const tables = tablesOfSubnet(facts, place);
  const takes = (table: (typeof tables)[number], address: Address): boolean => {
    const [route, second] = longestRoutes(table, address);
    if (route === undefined || second !== undefined) return false;
    return route.target.kind === 'local' || isGatewayEndpointRoute(facts, route);
  };
  const edges = outside.flatMap(({ first, last }) => [first, after(last)]);
  return cut(whole[family], [...bounds, ...edges]).filter(({ first }) => {
    if (outside.some((block) => contains(block, first))) return false;
    return tables.length === 0 || !tables.every((table) => takes(table, first));
  });
};
