import { HopKind, Verdict } from '../../src/model/report.ts';
import { type Comparison, compare } from './comparison.ts';
import { stopKinds } from './stop-kinds.ts';
import { worldFrom } from './world.ts';

/** What a run met, in worlds in which each thing occurs. */
export interface Tally {
  worlds: number;
  packets: number;
  readonly met: Map<string, number>;
}

export const emptyTally = (): Tally => ({ worlds: 0, packets: 0, met: new Map() });

const stopKindOf = (stop: string): string | undefined =>
  Object.entries(stopKinds).find(([, pattern]) => pattern.test(stop))?.[0];

/** Hops of IPv6 alone. */
const ipv6Only: readonly string[] = ['egress-only-internet-gateway', 'network-interface'];

/** Everything that must be met in at least 1 % of the worlds. */
export const mustBeMet: readonly string[] = [
  ...Verdict.options.map((verdict) => `verdict ${verdict}`),
  ...HopKind.options.filter((hop) => !ipv6Only.includes(hop)).map((hop) => `hop ${hop}`),
  ...Object.keys(stopKinds).map((kind) => `stopped by ${kind}`),
];

const count = (tally: Tally, { verdicts, hops, stops, packets }: Comparison): void => {
  const met = new Set([
    ...verdicts.map((verdict) => `verdict ${verdict}`),
    ...hops.map((hop) => `hop ${hop}`),
    ...stops.map((stop) => `stopped by ${stopKindOf(stop) ?? stop}`),
  ]);
  for (const thing of met) tally.met.set(thing, (tally.met.get(thing) ?? 0) + 1);
  tally.worlds += 1;
  tally.packets += packets;
};

const differencesOf = (seed: number, without: readonly number[]): readonly string[] =>
  compare(worldFrom(seed, without).snapshot).differences;

/** The smallest world of a seed that still differs: without the changes that do not matter. */
const smallest = (seed: number): readonly number[] => {
  const without: number[] = [];
  for (let change = 0; change < worldFrom(seed).changes; change += 1) {
    without.push(change);
    if (differencesOf(seed, without).length === 0) without.pop();
  }
  return without;
};

/**
 * Sends packets through worlds and counts what they met; the differences are what the test is about. Those in which the
 * engine proves what is not so are named as such.
 */
export const checkWorlds = (tally: Tally, first: number, amount: number): readonly string[] => {
  const found: string[] = [];
  for (let seed = first; seed < first + amount; seed += 1) {
    const comparison = compare(worldFrom(seed).snapshot);
    count(tally, comparison);
    for (const contradiction of comparison.contradictions) found.push(`worldFrom(${seed}): ${contradiction}`);
    if (comparison.differences.length === 0) continue;
    const without = smallest(seed);
    found.push(`worldFrom(${seed}, [${without}]): ${differencesOf(seed, without).join('; ')}`);
  }
  return found;
};

export const shareOf = ({ worlds, met }: Tally, thing: string): number => (met.get(thing) ?? 0) / worlds;
