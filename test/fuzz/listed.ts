import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Family, formatAddress } from '../../src/network/address.ts';
import type { Address } from '../../src/network/trace/block.ts';
import { readFacts } from '../../src/network/trace/facts.ts';
import { placeOf } from '../../src/network/trace/place.ts';
import { isGatewayEndpointRoute } from '../../src/network/trace/route-choice.ts';
import { tablesOfSubnet } from '../../src/network/trace/subnet-tables.ts';
import type { Direct } from './asked.ts';
import type { Sender } from './internet.ts';
import { contains, type Interval, intervalOf, sizeOf } from './intervals.ts';

type Addresses = Extract<Direct, { readonly kind: 'addresses' }>;
type PrefixLists = Extract<Snapshot['sections']['prefixLists'], { readonly status: 'collected' }>['items'];
type PrefixList = PrefixLists[number];

const itemsOf = <Item>(section: { readonly status: string; readonly items?: readonly Item[] }): readonly Item[] =>
  section.items ?? [];

/** Addresses that nobody has on the internet; those for documentation stand for public ones here. */
const neverPublic: Readonly<Record<Family, readonly Interval[]>> = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '224.0.0.0/3',
  ].map(intervalOf),
  ipv6: ['::/3', '4000::/2', '8000::/1'].map(intervalOf),
};

/** Ranges of VPCs that are known, of which no list of AWS holds an address. */
const ownRanges = ({ sections: { vpcs, vpcPeeringConnections } }: Snapshot): Interval[] => {
  const sides = itemsOf(vpcPeeringConnections).flatMap(({ requester, accepter }) => [requester, accepter]);
  return [
    ...itemsOf(vpcs).flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs.map(({ cidr }) => cidr)]),
    ...sides.flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs]),
  ].map(intervalOf);
};

const bits: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

const cidrOf = (family: Family, block: Interval): string =>
  `${formatAddress(family, BigInt(block.first))}/${bits[family] - Math.log2(sizeOf(block))}`;

/** Lists of gateway endpoints in the subnet's tables that could not be read. */
const unreadLists = (snapshot: Snapshot, sender: Sender, family: Family): string[] => {
  const facts = readFacts(snapshot, family);
  const known = itemsOf(snapshot.sections.prefixLists).filter(({ cidrs }) => cidrs.status === 'known');
  const tables = tablesOfSubnet(facts, placeOf(facts, sender.subnetId, sender.functionAccount));
  return tables
    .flatMap(({ routes }) => routes)
    .filter((route) => route.state === 'active' && isGatewayEndpointRoute(facts, route))
    .flatMap(({ destination }) => ('id' in destination ? [destination.id] : []))
    .filter((id) => !known.some((list) => list.id === id));
};

/**
 * The network in which the lists of gateway endpoints that could not be read hold all public addresses that are asked
 * for; null where there is no such list or no such address.
 */
export const ifListed = (snapshot: Snapshot, sender: Sender, { family, ranges }: Addresses): Snapshot | null => {
  const outside = [...neverPublic[family], ...ownRanges(snapshot)];
  const isPublic = (address: Address): boolean => !outside.some((block) => contains(block, address));
  const cidrs = ranges
    .filter(({ first, last }) => isPublic(first) && isPublic(last))
    .map((block) => cidrOf(family, block));
  const unread = unreadLists(snapshot, sender, family);
  if (cidrs.length === 0 || unread.length === 0) return null;
  const { prefixLists } = snapshot.sections;
  const why = prefixLists.status === 'unavailable' ? prefixLists : null;
  const mentioned = [...new Set(JSON.stringify(snapshot).match(/(?<=")pl-[\w-]+(?=")/g))];
  const others: readonly PrefixList[] =
    why === null
      ? itemsOf(prefixLists)
      : mentioned.map((id): PrefixList => ({ id: `pl-${id.slice(3)}`, name: null, ownerId: null, cidrs: why }));
  const items = others.map(
    (list): PrefixList => (unread.includes(list.id) ? { ...list, cidrs: { status: 'known', value: cidrs } } : list),
  );
  return { ...snapshot, sections: { ...snapshot.sections, prefixLists: { status: 'collected', items } } };
};
