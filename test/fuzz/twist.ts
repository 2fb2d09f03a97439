import type { Random } from './random.ts';
import type { Lists } from './resources.ts';

/** One random change of a network. How often it is made is its weight. */
export interface Twist {
  readonly weight: number;
  readonly change: (n: Lists, random: Random) => void;
}

export const twist = (weight: number, change: Twist['change']): Twist => ({ weight, change });

/** Ranges that open, close or cut the ports of requests and replies, near to 1 % of 64,512 and far from it. */
const portRanges = [
  [443, 443],
  [80, 80],
  [0, 1023],
  [0, 65535],
  [443, 1024],
  [1024, 1024],
  [1024, 65535],
  [1025, 65535],
  [32768, 61000],
  [32768, 65535],
  [1024, 32767],
  [49152, 65535],
  [2000, 2644],
  [2000, 2645],
  [3389, 3389],
  [1024, 65534],
  [65535, 65535],
] as const;

type Ports = Lists['networkAcls'][number]['entries'][number]['ports'];

/** Ports of a rule with its protocol; sometimes another protocol, or ports that the answer left out. */
export const randomPorts = (random: Random): { protocol: string; ports: Ports } => {
  const [from, to] = random.pick(portRanges);
  if (random.chance(0.25)) return { protocol: '-1', ports: { kind: 'all' } };
  if (random.chance(0.04)) return { protocol: '17', ports: { kind: 'range', from, to } };
  if (random.chance(0.02)) return { protocol: '1', ports: { kind: 'icmp', type: -1, code: -1 } };
  if (random.chance(0.06)) return { protocol: '6', ports: { kind: 'unknown' } };
  if (random.chance(0.05)) return { protocol: '6', ports: { kind: 'all' } };
  return { protocol: '6', ports: { kind: 'range', from, to } };
};

/** The item that a twist changes; nothing where an earlier twist took the list away. */
export const change = <Item>(random: Random, items: readonly Item[], make: (item: Item) => void): void => {
  if (items.length > 0) make(random.pick(items));
};
