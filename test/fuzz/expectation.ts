import type { Verdict } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Address } from '../../src/network/trace/block.ts';
import { type NumberedPacket, type Trace, tracer } from '../../src/network/trace.ts';
import type { Asked } from './asked.ts';
import { internetOf, type Sender } from './internet.ts';
import { addressBounds, cut, endsOf, type Interval, portBounds, sizeOf } from './intervals.ts';
import { sourcesOf } from './sources.ts';

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

/** What a subnet's answer must be, from packets alone. */
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

type Overall = Pick<Expectation, 'verdict' | 'common' | 'share'>;

const weight = (items: readonly AddressOutcome[]): number => sum(items, ({ addresses }) => sizeOf(addresses));

/** null unless the outcome of every packet is known. */
const shareOf = (counted: readonly AddressOutcome[]): number | null => {
  if (counted.some(({ unknown }) => unknown > 0)) return null;
  return sum(counted, ({ addresses, works, fails }) => (works / (works + fails)) * sizeOf(addresses)) / weight(counted);
};

const verdicts = ['reachable', 'blocked', 'partial', 'unknown'] as const;

const having = (outcomes: readonly AddressOutcome[], verdict: Verdict): readonly AddressOutcome[] =>
  outcomes.filter((item) => item.verdict === verdict);

/** Without a verdict in common: partial if some of it is proven to fail. */
const mixed = (outcomes: readonly AddressOutcome[]): Verdict =>
  having(outcomes, 'blocked').length + having(outcomes, 'partial').length > 0 ? 'partial' : 'unknown';

/** Of the internet, what at least 99 % of the addresses have in common is the verdict; the rest are exceptions. */
const overall = (outcomes: readonly AddressOutcome[]): Overall => {
  const common = verdicts.find((verdict) => weight(having(outcomes, verdict)) >= 0.99 * weight(outcomes)) ?? null;
  const counted = common === null ? outcomes : having(outcomes, common);
  return { verdict: common ?? mixed(outcomes), common, share: shareOf(counted) };
};

/** Any other target is judged to its last address. */
const ofEach = (outcomes: readonly AddressOutcome[]): Overall => {
  const verdict = verdicts.find((one) => having(outcomes, one).length === outcomes.length) ?? mixed(outcomes);
  return { verdict, common: null, share: shareOf(outcomes) };
};

/** The last hop of a packet that is stopped. */
export const stopOf = ({ hops }: Trace): string => {
  const last = hops.at(-1);
  return `${last?.where} ${last?.resource}: ${last?.rule}`;
};

/** One packet after the other in one object, which millions of them share. */
type ChangingPacket = { -readonly [Key in keyof NumberedPacket]: NumberedPacket[Key] };

/** The first and the last number of an interval with its size. */
interface Ends<N extends Address> {
  readonly ends: readonly N[];
  readonly size: number;
}

const endsAndSizes = (intervals: readonly Interval[]): Ends<Address>[] =>
  intervals.map((interval) => ({ ends: endsOf(interval), size: sizeOf(interval) }));

const portEnds = (bounds: readonly number[]): Ends<number>[] =>
  endsAndSizes(cut(ephemeral, bounds)).map(({ ends, size }) => ({ ends: ends.map(Number), size }));

/**
 * Sends packets for every combination of intervals of addresses and ports that the snapshot tells apart, from and to
 * the ends of each. Packets of one combination must agree, or the intervals were wrong.
 */
export const expectationOf = (snapshot: Snapshot, sender: Sender, asked: Asked): Expectation => {
  const { family } = asked;
  const text = JSON.stringify(snapshot);
  const bounds = addressBounds(text, family);
  const sources = endsAndSizes(cut(sourcesOf(snapshot, sender.subnetId, family), bounds));
  const ports = portEnds(portBounds(text));
  const natGatewayPorts = family === 'ipv4' ? ports : portEnds([]);
  const send = tracer(snapshot);
  const packet: ChangingPacket = {
    ...sender,
    sourceAddress: 0,
    destination: 0,
    destinationPort: asked.kind === 'internet' ? 443 : asked.port,
    functionPort: 0,
    natPort: 0,
  };
  let packets = 0;

  let stops = new Map<string, Trace>();
  const outcomeOf = (
    source: Address,
    destinations: Ends<Address>,
    functionPorts: Ends<number>,
    natPorts: Ends<number>,
  ): Trace['outcome'] => {
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
      for (const natPorts of natGatewayPorts) {
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

  const parts =
    asked.kind === 'internet'
      ? internetOf(snapshot, sender, family, bounds)
      : asked.ranges.flatMap((range) => cut(range, bounds));
  const outcomes = parts.map(toAddresses);
  return { ...(asked.kind === 'internet' ? overall : ofEach)(outcomes), outcomes, packets };
};
