import { HopKind, Verdict } from '../../src/model/report.ts';
import { type Comparison, compare } from './comparison.ts';
import type { WorldKind } from './recipes.ts';
import { smallestDifference } from './smallest-world.ts';
import { allStopKinds, stopKinds } from './stop-kinds.ts';
import { worldFrom } from './world.ts';

/** What a run met, in worlds in which each thing occurs. */
export interface Tally {
  readonly kind: WorldKind;
  worlds: number;
  packets: number;
  readonly met: Map<string, number>;
}

export const emptyTally = (kind: WorldKind): Tally => ({ kind, worlds: 0, packets: 0, met: new Map() });

const stopKindOf = (kind: WorldKind, stop: string): string | undefined =>
  Object.entries(allStopKinds(kind)).find(([, pattern]) => pattern.test(stop))?.[0];

const everyFamily: readonly HopKind[] = [
  'security-group-egress',
  'network-acl-egress',
  'network-acl-ingress',
  'route',
  'nat-gateway',
  'internet-gateway',
  'vpc-endpoint',
  'peering-connection',
  'transit-gateway',
  'firewall',
  'target',
];

const everyTarget: readonly HopKind[] = [
  'security-group-egress',
  'network-acl-egress',
  'network-acl-ingress',
  'route',
  'internet-gateway',
  'peering-connection',
  'firewall',
  'target',
];

/** Hops of each kind; no NAT instance is followed over IPv6. */
const hops: Readonly<Record<WorldKind, readonly HopKind[]>> = {
  ipv4: [...everyFamily, 'nat-instance'],
  ipv6: [...everyFamily, 'network-interface', 'egress-only-internet-gateway'],
  targets: [...everyTarget, 'nat-gateway', 'vpc-endpoint'],
  targets6: [...everyTarget, 'network-interface', 'egress-only-internet-gateway'],
};

/** Everything that must be met in at least 1 % of the worlds. */
export const mustBeMet = (kind: WorldKind): readonly string[] => [
  ...Verdict.options.map((verdict) => `verdict ${verdict}`),
  ...hops[kind].map((hop) => `hop ${hop}`),
  ...Object.keys(stopKinds[kind]).map((kind) => `stopped by ${kind}`),
];

/** Everything that may be met besides. */
export const mayBeMet = (kind: WorldKind): readonly string[] => [
  ...HopKind.options.map((hop) => `hop ${hop}`),
  ...Object.keys(allStopKinds(kind)).map((stop) => `stopped by ${stop}`),
];

const count = (tally: Tally, { verdicts, hops: metHops, stops, packets }: Comparison): void => {
  const met = new Set([
    ...verdicts.map((verdict) => `verdict ${verdict}`),
    ...metHops.map((hop) => `hop ${hop}`),
    ...stops.map((stop) => `stopped by ${stopKindOf(tally.kind, stop) ?? stop}`),
  ]);
  for (const thing of met) tally.met.set(thing, (tally.met.get(thing) ?? 0) + 1);
  tally.worlds += 1;
  tally.packets += packets;
};

/**
 * Sends packets through worlds and counts what they met; the differences are what the test is about. Those in which the
 * engine proves what is not so are named as such.
 */
export const checkWorlds = (tally: Tally, first: number, amount: number): readonly string[] => {
  const { kind } = tally;
  const found: string[] = [];
  for (let seed = first; seed < first + amount; seed += 1) {
    const comparison = compare(worldFrom(kind, seed));
    count(tally, comparison);
    for (const contradiction of comparison.contradictions)
      found.push(`worldFrom('${kind}', ${seed}): ${contradiction}`);
    if (comparison.differences.length > 0) found.push(smallestDifference(kind, seed));
  }
  return found;
};

export const shareOf = ({ worlds, met }: Tally, thing: string): number => (met.get(thing) ?? 0) / worlds;
