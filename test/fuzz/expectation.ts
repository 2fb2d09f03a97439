import type { Verdict } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Trace, tracer } from '../../src/network/trace.ts';
import { internetOf, type Sender } from './internet.ts';
import { addressBounds, cut, endsOf, type Interval, intervalOf, portBounds, sizeOf } from './intervals.ts';

/** Ports that Lambda and NAT gateways send from. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
const ephemeral: Interval = { first: 1024, last: 65535 };

/** How many packets from one address of the function, or from all, work and fail; of the rest it is not known. */
interface Counts {
  works: number;
  fails: number;
  unknown: number;
}

export interface AddressOutcome extends Readonly<Counts> {
  readonly addresses: Interval;
  readonly verdict: Verdict;
  /** What stops packets to them: the last hop, as `where resource: rule`, with one of the packets. */
  readonly stops: ReadonlyMap<string, Trace>;
}

/** What a subnet's answer about the internet must be, from packets alone. */
export interface Expectation {
  readonly verdict: Verdict;
  /** The verdict that at least 99 % of the addresses have in common; the others are exceptions. */
  readonly common: Verdict | null;
  readonly share: number | null;
  readonly outcomes: readonly AddressOutcome[];
  readonly packets: number;
}

const allPorts = sizeOf(ephemeral) ** 2;

/** 99 % of the ports are enough, from each of the function's own addresses; less than that is proven to fail. */
const verdictOf = (sources: readonly Counts[]): Verdict => {
  if (sources.every(({ works }) => works >= 0.99 * allPorts)) return 'reachable';
  if (sources.every(({ fails }) => fails === allPorts)) return 'blocked';
  return sources.some(({ fails }) => allPorts - fails < 0.99 * allPorts) ? 'partial' : 'unknown';
};

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

/** What at least 99 % of the addresses have in common is the verdict; the rest are exceptions. */
const overall = (outcomes: readonly AddressOutcome[]): Pick<Expectation, 'verdict' | 'common' | 'share'> => {
  const weight = (items: readonly AddressOutcome[]): number => sum(items, ({ addresses }) => sizeOf(addresses));
  const having = (verdict: Verdict): AddressOutcome[] => outcomes.filter((item) => item.verdict === verdict);
  const verdicts = ['reachable', 'blocked', 'partial', 'unknown'] as const;
  const common = verdicts.find((verdict) => weight(having(verdict)) >= 0.99 * weight(outcomes));
  const mixed = having('blocked').length + having('partial').length > 0 ? 'partial' : 'unknown';
  const counted = common === undefined ? outcomes : having(common);
  const told = counted.every(({ unknown }) => unknown === 0);
  const share =
    sum(counted, ({ addresses, works, fails, unknown }) => (works / (works + fails + unknown)) * sizeOf(addresses)) /
    weight(counted);
  return { verdict: common ?? mixed, common: common ?? null, share: told ? share : null };
};

/** The last hop of a packet that is stopped. */
export const stopOf = ({ hops }: Trace): string => {
  const last = hops.at(-1);
  return `${last?.where} ${last?.resource}: ${last?.rule}`;
};

/**
 * Addresses that an interface of Lambda can have: AWS keeps the first four and the last of every subnet.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const addressesOf = (snapshot: Snapshot, subnetId: string): Interval | null => {
  const { subnets } = snapshot.sections;
  const cidr = subnets.status === 'collected' ? subnets.items.find(({ id }) => id === subnetId)?.cidr : null;
  if (!cidr) return null;
  const { first, last } = intervalOf(cidr);
  return { first: first + 4, last: last - 1 };
};

/** Of a subnet that could not be read nothing is known, so that any address will do. */
const anySource = intervalOf('10.0.1.4/32');

/** The first and the last number of each interval with the size of the interval. */
interface Ends {
  readonly ends: readonly number[];
  readonly size: number;
}

const endsAndSizes = (intervals: readonly Interval[]): Ends[] =>
  intervals.map((interval) => ({ ends: endsOf(interval), size: sizeOf(interval) }));

/**
 * Sends packets for every combination of intervals of addresses and ports that the snapshot tells apart, from and to
 * the ends of each. Packets of one combination must agree, or the intervals were wrong.
 */
export const expectationOf = (snapshot: Snapshot, sender: Sender): Expectation => {
  const text = JSON.stringify(snapshot);
  const bounds = addressBounds(text);
  const own = addressesOf(snapshot, sender.subnetId);
  const sources = endsAndSizes(cut(own ?? anySource, bounds));
  const ports = endsAndSizes(cut(ephemeral, portBounds(text)));
  const send = tracer(snapshot);
  const packet = { ...sender, sourceAddress: 0, destination: 0, destinationPort: 443, functionPort: 0, natPort: 0 };
  let packets = 0;

  let stops = new Map<string, Trace>();
  const outcomeOf = (source: number, destinations: Ends, functionPorts: Ends, natPorts: Ends): Trace['outcome'] => {
    let first: Trace['outcome'] | null = null;
    packet.sourceAddress = source;
    for (packet.destination of destinations.ends)
      for (packet.functionPort of functionPorts.ends)
        for (packet.natPort of natPorts.ends) {
          packets += 1;
          const trace = send(packet);
          if (trace.stoppedBy !== null) stops.set(stopOf(trace), trace);
          if (first !== null && trace.outcome !== first)
            throw new Error(`packets of one interval differ: ${stopOf(trace)}`);
          first = trace.outcome;
        }
    return first ?? 'unknown';
  };

  const toAddresses = (addresses: Interval): AddressOutcome => {
    stops = new Map();
    const counts = sources.map((): Counts => ({ works: 0, fails: 0, unknown: 0 }));
    const destinations = { ends: endsOf(addresses), size: sizeOf(addresses) };
    for (const functionPorts of ports)
      for (const natPorts of ports) {
        const outcomes = sources.map(({ ends }, index) =>
          outcomeOf(ends[(index + packets) % 2] ?? 0, destinations, functionPorts, natPorts),
        );
        for (const [index, count] of counts.entries())
          count[outcomes[index] ?? 'unknown'] += functionPorts.size * natPorts.size;
      }
    const weighted = (outcome: keyof Counts): number =>
      sources.reduce((total, { size }, index) => total + (counts[index]?.[outcome] ?? 0) * size, 0);
    const all = { works: weighted('works'), fails: weighted('fails'), unknown: weighted('unknown') };
    return { ...all, addresses, stops, verdict: verdictOf(counts) };
  };

  const outcomes = internetOf(snapshot, sender, bounds).map(toAddresses);
  return { ...overall(outcomes), outcomes, packets };
};
