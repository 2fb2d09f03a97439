import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Address } from '../../src/network/trace/block.ts';
import { type NumberedPacket, type Trace, tracer } from '../../src/network/trace.ts';
import type { Direct } from './asked.ts';
import {
  type AddressOutcome,
  type Counts,
  type Expectation,
  ephemeral,
  ofEach,
  ofInternet,
  verdictOf,
} from './expected-verdict.ts';
import { edgesOf, internetOf, type Sender } from './internet.ts';
import { addressBounds, after, cut, endsOf, type Interval, portBounds, sizeOf } from './intervals.ts';
import { sourcesOf } from './sources.ts';

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

/** Ranges cut at bounds; what several of them hold counts once. */
const addressesOf = (ranges: readonly Interval[], bounds: readonly Address[]): Interval[] => {
  const edges = [...bounds, ...ranges.flatMap(({ first, last }) => [first, after(last)])];
  const parts = ranges.flatMap((range) => cut(range, edges));
  return [...new Map(parts.map((part) => [part.first, part])).values()];
};

/**
 * Sends packets for every combination of intervals of addresses and ports that the snapshot tells apart, from and to
 * the ends of each. Packets of one combination must agree, or the intervals were wrong.
 */
export const expectationOf = (snapshot: Snapshot, sender: Sender, asked: Direct): Expectation => {
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
      : addressesOf(asked.ranges, [...bounds, ...edgesOf(family)]);
  const outcomes = parts.map(toAddresses);
  return { ...(asked.kind === 'internet' ? ofInternet : ofEach)(outcomes), outcomes, packets };
};
