import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Random } from '../fuzz/random.ts';
import { boundsOf, type Family, familyOf, ofFamily, textOf } from './addresses.ts';
import { type Call, listeningPorts } from './lab.ts';
import { cidrsOf, functionOf, itemsOf } from './sections.ts';
import { addressesOf } from './site.ts';

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

/** First and last addresses of the snapshot's blocks and their neighbours. */
export const addressesAtBounds = (snapshot: Snapshot, family: Family): string[] => {
  const blocks = [...JSON.stringify(snapshot).matchAll(/"([0-9a-f.:]+\/\d+)"/g)].map(([, cidr = '']) => cidr);
  const numbers = ofFamily(family, blocks)
    .map(boundsOf)
    .flatMap(([first, last]) => [first - 1n, first, last, last + 1n]);
  const end = family === 'ipv4' ? 1n << 32n : 1n << 128n;
  const inside = numbers.filter((number) => number >= 0n && number < end);
  return [...new Set(inside.map((number) => textOf(family, number)))];
};

/** Up to four addresses of a subnet's block, less those that AWS and others have. */
const ownAddresses = (
  random: Random,
  cidr: string,
  taken: ReadonlySet<string>,
  atBounds: readonly string[],
): string[] => {
  const [first, last] = boundsOf(cidr);
  const family = familyOf(cidr);
  const usable = (address: string): boolean => !taken.has(address);
  const inside = ofFamily(family, atBounds).filter((address) => {
    const [number] = boundsOf(address);
    return number >= first + 4n && number < last && usable(address);
  });
  const somewhere = (): bigint => first + 4n + ((last - first - 4n) * BigInt(random.below(2 ** 20))) / 2n ** 20n;
  const any = Array.from({ length: 3 }, () => textOf(family, somewhere())).filter(usable);
  const chosen = Array.from({ length: 3 }, () => random.pick([...inside, ...any]));
  return [...new Set([...chosen, ...any.slice(0, 1)])];
};

/** Addresses of devices and hosts, which the function cannot have. */
const takenIn = ({ sections }: Snapshot): Set<string> =>
  new Set([
    ...itemsOf(sections.natGateways).flatMap(({ addresses }) => addresses.map(({ privateIp }) => privateIp ?? '')),
    ...itemsOf(sections.networkInterfaces)
      .filter(({ ofLambda }) => !ofLambda)
      .flatMap(addressesOf),
  ]);

/** Addresses of these families for the function in each of its subnets. */
export const randomAddresses = (
  random: Random,
  snapshot: Snapshot,
  functionName: string,
  families: readonly Family[],
): Map<string, string[]> => {
  const { network } = functionOf(snapshot, functionName);
  const subnetIds: readonly string[] = network.kind === 'vpc' ? network.subnetIds : [];
  const taken = takenIn(snapshot);
  const atBounds = families.flatMap((family) => addressesAtBounds(snapshot, family));
  return new Map(
    itemsOf(snapshot.sections.subnets)
      .filter(({ id }) => subnetIds.includes(id))
      .map((subnet) => {
        const blocks = cidrsOf(subnet).filter((cidr) => families.includes(familyOf(cidr)));
        return [subnet.id, blocks.flatMap((cidr) => ownAddresses(random, cidr, taken, atBounds))];
      }),
  );
};

/** What the connections of a network have to be like. */
export interface Wanted {
  readonly count: number;
  readonly destinations: readonly string[];
  readonly accept: (probe: Probe) => boolean;
}

/**
 * Random connections, mostly at the bounds of rules. No two of them look alike to the function, to a NAT gateway, or to
 * a NAT instance, which keeps the function's port.
 */
export const randomProbes = (
  random: Random,
  snapshot: Snapshot,
  sources: ReadonlyMap<string, readonly string[]>,
  { count, destinations, accept }: Wanted,
): Probe[] => {
  const ports = portsAtBounds(JSON.stringify(snapshot));
  const anyPort = (): number => (random.chance(0.7) ? random.pick(ports) : 1024 + random.below(64512));
  const seen = new Set<string>();
  const probes: Probe[] = [];
  for (let attempt = 0; attempt < 20 * count && probes.length < count; attempt += 1) {
    const [subnetId, addresses] = random.pick([...sources]);
    const to = random.pick(destinations);
    const own = ofFamily(familyOf(to), addresses);
    if (own.length === 0) continue;
    const toPort = random.chance(0.6) ? 443 : random.pick(listeningPorts);
    const probe: Probe = { subnetId, from: random.pick(own), fromPort: anyPort(), to, toPort, natPort: anyPort() };
    const far = `${to} ${toPort}`;
    const keys = [`function ${probe.fromPort} ${far}`, `nat ${probe.natPort} ${far}`];
    if (keys.some((key) => seen.has(key)) || !accept(probe)) continue;
    for (const key of keys) seen.add(key);
    probes.push(probe);
  }
  return probes;
};
