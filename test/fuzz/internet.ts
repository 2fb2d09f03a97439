import type { Snapshot } from '../../src/model/snapshot.ts';
import { readFacts } from '../../src/network/trace/facts.ts';
import { placeOf } from '../../src/network/trace/place.ts';
import { isGatewayEndpointRoute, routesFor, tableOfSubnet } from '../../src/network/trace/route-choice.ts';
import { contains, cut, type Interval, intervalOf } from './intervals.ts';

/** What every packet of a function's subnet has in common. */
export interface Sender {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly functionAccount: string;
}

/** Addresses that are no part of the internet, whatever the network: RFC 6890 and multicast. */
const reserved = [
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
].map(intervalOf);

const whole: Interval = { first: 0, last: 2 ** 32 - 1 };

/** What `internet` means for a subnet, in intervals: no reserved range, no VPC, no service of a gateway endpoint. */
export const internetOf = (snapshot: Snapshot, sender: Sender, bounds: readonly number[]): Interval[] => {
  const facts = readFacts(snapshot);
  const { vpcId } = placeOf(facts, sender.subnetId, sender.functionAccount);
  const own = (facts.vpcs ?? []).filter(({ id }) => id === vpcId).flatMap(({ cidrs }) => cidrs.map(intervalOf));
  const outside = [...reserved, ...own];
  const table = tableOfSubnet(facts, sender.subnetId, vpcId);
  const edges = outside.flatMap(({ first, last }) => [first, last + 1]);
  return cut(whole, [...bounds, ...edges]).filter(({ first }) => {
    if (outside.some((block) => contains(block, first))) return false;
    const routes = table === null ? [] : routesFor(facts, table, first);
    return routes.length !== 1 || !routes[0] || !isGatewayEndpointRoute(facts, routes[0]);
  });
};
