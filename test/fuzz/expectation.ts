import type { Verdict } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { readBlock } from '../../src/network/trace/block.ts';
import { readFacts } from '../../src/network/trace/facts.ts';
import { placeOf } from '../../src/network/trace/place.ts';
import { chooseRoute, isGatewayEndpointRoute, tableOfSubnet } from '../../src/network/trace/route-choice.ts';
import { type Trace, tracer } from '../../src/network/trace.ts';
import type { Random } from './random.ts';

/** Numbers `first` to `last` that no bound of the snapshot tells apart. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/** Addresses that are no part of the internet, whatever the network. */
const reserved =
  '0/8 10/8 100.64/10 127/8 169.254/16 172.16/12 192.0.0/24 192.0.2/24 192.88.99/24 192.168/16 198.18/15 198.51.100/24 203.0.113/24 224/3'
    .split(' ')
    .map((short) => {
      const [address = '', length] = short.split('/');
      return `${[...address.split('.'), 0, 0, 0].slice(0, 4).join('.')}/${length}`;
    });

const numbersOf = (text: string): Interval => {
  const block = readBlock(text);
  if (block === null) throw new Error(`${text} is no IPv4 block`);
  return block;
};

const intervalsOf = (bounds: Iterable<number>, from: number, to: number): Interval[] => {
  const inside = [...new Set([...bounds].filter((bound) => bound > from && bound <= to))].sort((a, b) => a - b);
  const starts = [from, ...inside];
  return starts.map((first, index) => ({ first, last: (starts[index + 1] ?? to + 1) - 1 }));
};

const sizeOf = ({ first, last }: Interval): number => last - first + 1;

/** Every IPv4 address or block that a snapshot mentions anywhere, in whatever role. */
const boundsOfAddresses = (text: string): number[] =>
  [...(text.match(/(?<=")\d+\.\d+\.\d+\.\d+(?:\/\d+)?(?=")/g) ?? []), ...reserved]
    .map(numbersOf)
    .flatMap(({ first, last }) => [first, last + 1]);

const boundsOfPorts = (text: string): number[] => [
  ...[...text.matchAll(/"from":(\d+)/g)].map((match) => Number(match[1])),
  ...[...text.matchAll(/"to":(\d+)/g)].map((match) => Number(match[1]) + 1),
];

/** Outcomes of all packets to one interval of addresses, as shares of those packets. */
export interface AddressOutcome {
  readonly addresses: Interval;
  readonly works: number;
  readonly fails: number;
  readonly verdict: Verdict;
}

/** What a subnet's answer about the internet must be. */
export interface Expectation {
  readonly verdict: Verdict;
  readonly share: number | null;
  readonly outcomes: readonly AddressOutcome[];
  readonly packets: number;
  /** Resources that stopped a packet, and where. */
  readonly stops: ReadonlySet<string>;
  readonly traces: ReadonlySet<string>;
}

export interface Sender {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly functionAccount: string;
}

/** The addresses that `internet` means for a subnet: no reserved range, no VPC, no gateway endpoint's service. */
const internetOf = (snapshot: Snapshot, sender: Sender, bounds: readonly number[]): Interval[] => {
  const facts = readFacts(snapshot);
  const place = placeOf(facts, sender.subnetId, sender.functionAccount);
  const own = (facts.vpcs ?? []).filter(({ id }) => id === place.vpcId).flatMap(({ cidrs }) => cidrs);
  const outside = [...reserved, ...own].map(numbersOf);
  const table = tableOfSubnet(facts, sender.subnetId, place.vpcId);
  return intervalsOf(bounds, 0, 2 ** 32 - 1).filter(({ first }) => {
    if (outside.some((block) => first >= block.first && first <= block.last)) return false;
    const route = table === null ? 'none' : chooseRoute(facts, table, first);
    return route === 'none' || route === 'unclear' || !isGatewayEndpointRoute(facts, route);
  });
};

const verdictOf = (works: number, fails: number): Verdict => {
  if (works >= 0.99) return 'reachable';
  if (fails === 1) return 'blocked';
  return fails > 0 ? 'partial' : 'unknown';
};

const overall = (outcomes: readonly AddressOutcome[]): { verdict: Verdict; share: number | null } => {
  const all = outcomes.reduce((sum, { addresses }) => sum + sizeOf(addresses), 0);
  const weight = (verdict: Verdict): number =>
    outcomes.filter((item) => item.verdict === verdict).reduce((sum, { addresses }) => sum + sizeOf(addresses), 0);
  const most = (['reachable', 'blocked', 'partial', 'unknown'] as const).find((item) => weight(item) >= 0.99 * all);
  const counted = most === undefined ? outcomes : outcomes.filter(({ verdict }) => verdict === most);
  const told = counted.every(({ works, fails }) => works + fails === 1);
  const total = counted.reduce((sum, { addresses }) => sum + sizeOf(addresses), 0);
  const working = counted.reduce((sum, { addresses, works }) => sum + works * sizeOf(addresses), 0);
  const mixed = weight('blocked') + weight('partial') > 0 ? 'partial' : 'unknown';
  return { verdict: most ?? mixed, share: told ? working / total : null };
};

const between = (random: Random, { first, last }: Interval): number =>
  random.pick([first, last, first + Math.floor((random.below(2 ** 30) / 2 ** 30) * (last - first))]);

/** Sends a packet for every combination of intervals, each at its first, its last or another number. */
export const expectationOf = (snapshot: Snapshot, sender: Sender, random: Random): Expectation => {
  const text = JSON.stringify(snapshot);
  const cidr =
    snapshot.sections.subnets.status === 'collected'
      ? snapshot.sections.subnets.items.find(({ id }) => id === sender.subnetId)?.cidr
      : undefined;
  const bounds = boundsOfAddresses(text);
  const block = numbersOf(cidr ?? '10.0.1.0/24');
  const sources = intervalsOf(bounds, block.first, block.last);
  const ports = intervalsOf(boundsOfPorts(text), 1024, 65535);
  const send = tracer(snapshot);
  const stops = new Set<string>();
  const traces = new Set<string>();
  let packets = 0;
  const all = 64512 * 64512 * sizeOf(block);
  const toAddresses = (addresses: Interval): AddressOutcome => {
    let [works, fails] = [0, 0];
    for (const source of sources)
      for (const functionPort of ports)
        for (const natPort of ports) {
          const result: Trace = send({
            ...sender,
            sourceAddress: between(random, source),
            destination: between(random, addresses),
            destinationPort: 443,
            functionPort: between(random, functionPort),
            natPort: between(random, natPort),
          });
          packets += 1;
          const weight = sizeOf(source) * sizeOf(functionPort) * sizeOf(natPort);
          if (result.outcome === 'works') works += weight;
          if (result.outcome === 'fails') {
            fails += weight;
            const last = result.hops.at(-1);
            stops.add(result.stoppedBy ?? '');
            traces.add(`${last?.where}: ${last?.rule}`);
          }
        }
    return { addresses, works: works / all, fails: fails / all, verdict: verdictOf(works / all, fails / all) };
  };
  const outcomes = internetOf(snapshot, sender, bounds).map(toAddresses);
  return { ...overall(outcomes), outcomes, packets, stops, traces };
};
