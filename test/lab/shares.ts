import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Random } from '../fuzz/random.ts';
import { build } from './comparison.ts';
import type { Lab } from './lab.ts';
import type { Probe } from './probes.ts';

const batchSize = 1000;
const withinMs = 700;

/** Of the ports from 1024 to 65535 as many as wanted, each once. */
const somePorts = (random: Random, count: number): number[] => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(1024 + random.below(64512));
  return [...ports];
};

/** Share of connections that work, from random ports of the function; the kernel chooses those of a NAT gateway. */
export const measuredShare = async (
  lab: Lab,
  snapshot: Snapshot,
  random: Random,
  probe: Omit<Probe, 'fromPort' | 'natPort'>,
  count: number,
): Promise<number> => {
  const probes = somePorts(random, count).map((fromPort): Probe => ({ ...probe, fromPort, natPort: 0 }));
  let works = 0;
  for (let from = 0; from < count; from += batchSize) {
    const batch = probes.slice(from, from + batchSize);
    await build(lab, snapshot, 'orders-api', batch, 'random');
    const results = await lab.call(batch, withinMs);
    works += results.filter((result) => 'seen' in result).length;
  }
  return works / count;
};

/** Five standard deviations: a share that is right is missed once in two million times. */
export const toleranceOf = (share: number, count: number): number => 5 * Math.sqrt((share * (1 - share)) / count);
