import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Random } from '../fuzz/random.ts';
import { boundsOf, textOf } from './ipv4.ts';
import { type Call, listeningPorts } from './lab.ts';
import { functionOf, itemsOf } from './site.ts';

/** A connection of a function from one of its subnets, with the port that a NAT gateway chooses for it. */
export interface Probe extends Call {
  readonly subnetId: string;
  readonly natPort: number;
}

const ephemeral = (port: number): boolean => port >= 1024 && port <= 65535;

/** Ports of the snapshot's rules and their neighbours. */
const portsAtBounds = (text: string): number[] => {
  const ports = [...text.matchAll(/"(?:from|to)":(\d+)/g)].map(([, port]) => Number(port));
  return [...new Set([1024, 65535, ...ports.flatMap((port) => [port - 1, port, port + 1])])].filter(ephemeral);
};

/** First and last addresses of the snapshot's blocks and their neighbours, and some that everybody knows. */
const addressesAtBounds = (text: string): string[] => {
  const blocks = [...text.matchAll(/"(\d+\.\d+\.\d+\.\d+\/\d+)"/g)].map(([, cidr = '']) => boundsOf(cidr));
  const numbers = blocks.flatMap(([first, last]) => [first - 1, first, last, last + 1]);
  const inside = numbers.filter((number) => number >= 0 && number < 2 ** 32).map(textOf);
  return [...new Set(['1.1.1.1', '8.8.8.8', '93.184.216.34', '195.1.2.3', ...inside])];
};

/** Up to four addresses of a subnet, less those that AWS and NAT devices have. */
const ownAddresses = (random: Random, cidr: string, taken: ReadonlySet<string>, text: string): string[] => {
  const [first, last] = boundsOf(cidr);
  const usable = (address: string): boolean => !taken.has(address);
  const inside = addressesAtBounds(text).filter((address) => {
    const [number] = boundsOf(address);
    return number >= first + 4 && number < last && usable(address);
  });
  const any = Array.from({ length: 3 }, () => textOf(first + 4 + random.below(last - first - 4))).filter(usable);
  const chosen = Array.from({ length: 3 }, () => random.pick([...inside, ...any]));
  return [...new Set([...chosen, ...any.slice(0, 1)])];
};

/** Addresses of devices, which the function cannot have. */
const takenIn = ({ sections }: Snapshot): Set<string> =>
  new Set([
    ...itemsOf(sections.natGateways).flatMap(({ addresses }) => addresses.map(({ privateIp }) => privateIp ?? '')),
    ...itemsOf(sections.networkInterfaces)
      .filter(({ ofLambda }) => !ofLambda)
      .flatMap(({ privateIpAddresses }) => privateIpAddresses.map(({ address }) => address)),
  ]);

/** Addresses for the function in each of its subnets. */
export const randomAddresses = (random: Random, snapshot: Snapshot, functionName: string): Map<string, string[]> => {
  const { network } = functionOf(snapshot, functionName);
  const subnetIds: readonly string[] = network.kind === 'vpc' ? network.subnetIds : [];
  const text = JSON.stringify(snapshot);
  const taken = takenIn(snapshot);
  return new Map(
    itemsOf(snapshot.sections.subnets)
      .filter(({ id }) => subnetIds.includes(id))
      .map(({ id, cidr }) => [id, ownAddresses(random, cidr ?? '', taken, text)]),
  );
};

/**
 * Random connections, mostly at the bounds of rules and routes. No two of them look alike to the function, to a NAT
 * gateway, or to a NAT instance, which keeps the function's port.
 */
export const randomProbes = (
  random: Random,
  snapshot: Snapshot,
  sources: ReadonlyMap<string, readonly string[]>,
  count: number,
  wanted: (probe: Probe) => boolean,
): Probe[] => {
  const text = JSON.stringify(snapshot);
  const ports = portsAtBounds(text);
  const destinations = addressesAtBounds(text);
  const anyPort = (): number => (random.chance(0.7) ? random.pick(ports) : 1024 + random.below(64512));
  const seen = new Set<string>();
  const probes: Probe[] = [];
  for (let attempt = 0; attempt < 20 * count && probes.length < count; attempt += 1) {
    const [subnetId, addresses] = random.pick([...sources]);
    const probe: Probe = {
      subnetId,
      from: random.pick(addresses),
      fromPort: anyPort(),
      to: random.pick(destinations),
      toPort: random.chance(0.6) ? 443 : random.pick(listeningPorts),
      natPort: anyPort(),
    };
    const far = `${probe.to} ${probe.toPort}`;
    const keys = [`function ${probe.fromPort} ${far}`, `nat ${probe.natPort} ${far}`];
    if (keys.some((key) => seen.has(key)) || !wanted(probe)) continue;
    for (const key of keys) seen.add(key);
    probes.push(probe);
  }
  return probes;
};
