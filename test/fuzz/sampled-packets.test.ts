import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Family, formatAddress } from '../../src/network/address.ts';
import { type Address, familyOf, readBlock } from '../../src/network/trace/block.ts';
import { type NumberedPacket, type Trace, tracer } from '../../src/network/trace.ts';
import { engineOutcomes } from './engine-outcome.ts';
import { stopOf } from './expectation.ts';
import { addressBounds, after, before, contains, type Interval, intervalOf, portBounds } from './intervals.ts';
import { largeWorld } from './large-world.ts';
import { type Random, randomFrom } from './random.ts';
import { account } from './resources.ts';
import { sourcesOf } from './sources.ts';

const itemsOf = <Item>(section: { readonly status: string; readonly items?: readonly Item[] }): readonly Item[] =>
  section.items ?? [];

const worlds = 50;
const packetsPerWorld = 10_000;

const whole: Readonly<Record<Family, Interval>> = { ipv4: intervalOf('0.0.0.0/0'), ipv6: intervalOf('::/0') };

/** Bounds with the numbers beside them, within a range. */
const around = (bounds: readonly Address[], range: Interval): readonly Address[] => [
  range.first,
  range.last,
  ...bounds.flatMap((bound) => [before(bound), bound, after(bound)]).filter((number) => contains(range, number)),
];

/** Whether an address lies in the VPC itself, to which no packet is sent. */
const inVpc = ({ sections: { vpcs } }: Snapshot, family: Family): ((address: Address) => boolean) => {
  const blocks = itemsOf(vpcs).flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs.map(({ cidr }) => cidr)]);
  const own = blocks.map((cidr) => readBlock(cidr, family)).filter((block) => block !== null);
  return (address) => own.some((block) => contains(block, address));
};

/** Packets from and to the bounds of everything that a snapshot mentions, and the numbers beside them. */
const randomPackets = (snapshot: Snapshot, family: Family, subnetId: string, random: Random) => {
  const text = JSON.stringify(snapshot);
  const isOwn = inVpc(snapshot, family);
  const bounds = addressBounds(text, family);
  const destinations = around(bounds, whole[family]).filter((address) => !isOwn(address));
  const sources = around(bounds, sourcesOf(snapshot, subnetId, family));
  const ports = around(portBounds(text), { first: 1024, last: 65535 }).map(Number);
  const targetPorts = [443, 443, 443, ...around(portBounds(text), { first: 0, last: 65535 }).map(Number)];
  return (): Omit<NumberedPacket, 'subnetId' | 'securityGroupIds' | 'functionAccount' | 'ipv6Allowed'> => ({
    sourceAddress: random.pick(sources),
    destination: random.pick(destinations),
    destinationPort: random.pick(targetPorts),
    functionPort: random.pick(ports),
    natPort: random.pick(ports),
  });
};

const packetText = (packet: NumberedPacket): string => {
  const { sourceAddress, functionPort, natPort, destination, destinationPort } = packet;
  const text = (address: Address): string => formatAddress(familyOf(address), BigInt(address));
  return `${text(sourceAddress)} ${functionPort} by ${natPort} to ${text(destination)} ${destinationPort}`;
};

/** Sends packets of one function through one large network; gives what the engine says otherwise. */
const sample = (family: Family, seed: number, met: Map<Trace['outcome'], number>): readonly string[] => {
  const snapshot = largeWorld(family, seed);
  const random = randomFrom(seed);
  const from = random.pick(['fa', 'fb'] as const);
  const fn = itemsOf(snapshot.sections.functions).find(({ name }) => name === from);
  const subnet = itemsOf(snapshot.sections.subnets).find(({ id }) => id === `subnet-${from}`);
  if (fn?.network.kind !== 'vpc' || subnet === undefined) return [`network ${seed} lacks ${from} or its subnet`];
  const { securityGroupIds, ipv6AllowedForDualStack: ipv6Allowed } = fn.network;
  const sender = { subnetId: subnet.id, securityGroupIds, functionAccount: account, ipv6Allowed };
  const draw = randomPackets(snapshot, family, subnet.id, random);
  const send = tracer(snapshot);
  const engine = engineOutcomes(snapshot, fn, subnet, family);
  const differences: string[] = [];
  for (let count = 0; count < packetsPerWorld; count += 1) {
    const packet = { ...sender, ...draw() };
    const trace = send(packet);
    met.set(trace.outcome, (met.get(trace.outcome) ?? 0) + 1);
    const said = engine(packet);
    if (said !== trace.outcome)
      differences.push(`${packetText(packet)} ${trace.outcome} (${stopOf(trace)}), not ${said}`);
  }
  return differences;
};

describe.each(['ipv4', 'ipv6'] as const)('single %s packets through large networks at full width', (family) => {
  const met = new Map<Trace['outcome'], number>();
  const seeds = Array.from({ length: worlds }, (_, index) => index + 1);

  it.each(seeds)('fare as the engine says in network %i', (seed) => {
    expect(sample(family, seed, met).slice(0, 5)).toEqual([]);
  });

  it('are half a million, of which each outcome has its part', () => {
    const outcomes = (['works', 'fails', 'unknown'] as const).map((outcome) => met.get(outcome) ?? 0);
    expect(outcomes.reduce((sum, count) => sum + count)).toBe(500_000);
    expect(Math.min(...outcomes)).toBeGreaterThan(15_000);
  });
});
