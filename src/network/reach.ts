import { atomSize } from './axis.ts';
import { decisionAt, type PortDecision } from './gates/rule-list.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import type { Path } from './path.ts';
import { countPorts, ephemeralPorts, intersectPorts, type PortSet } from './ports.ts';
import { gatesOf, type SourceGroup, segmentKey, sharedPaths } from './shared-paths.ts';
import type { Gate, PortVariable } from './step.ts';

/** Target addresses with the same path, for which every gate decides alike. */
export interface ReachClass {
  readonly atoms: readonly number[];
  /** Number of addresses. */
  readonly size: number;
  readonly path: Path;
  /** The port that is asked for. */
  readonly port: number;
  readonly sources: readonly SourceGroup[];
}

/** Splits target atoms into classes. */
export const reachClasses = (context: PathContext, atoms: readonly number[], port: number): ReachClass[] => {
  const classes: ReachClass[] = [];
  for (const shared of sharedPaths(context, atoms)) {
    const { path, gates, sources } = shared.path;
    if (gates.length === 0) {
      classes.push({ path, port, sources, atoms: shared.atoms, size: shared.size });
      continue;
    }
    const bySegments = new Map<string, ReachClass & { atoms: number[]; size: number }>();
    for (const atom of shared.atoms) {
      const key = segmentKey(gates, atom);
      const group = memoised(bySegments, key, () => ({ path, port, sources, atoms: [], size: 0 }));
      group.atoms.push(atom);
      group.size += atomSize(context.axis, atom);
    }
    classes.push(...bySegments.values());
  }
  return classes.toSorted((a, b) => (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0));
};

/** What each port variable can be: the port asked for; the ports that Lambda and a NAT gateway pick. */
export const wantedPorts = (port: number): Readonly<Record<PortVariable, PortSet>> => ({
  destination: [[port, port]],
  function: ephemeralPorts,
  nat: ephemeralPorts,
});

export const decisionOf = (gate: Gate, atom: number, source: SourceGroup): PortDecision =>
  decisionAt(gate.list, gate.address === 'destination' ? atom : source.atom);

/** Shares of packets that are proven to pass (`lower`) and not proven to be stopped (`upper`). */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A gate as it treats the addresses in question. */
type Decided = readonly [PortVariable, PortDecision];

const passingShare = (
  decided: readonly Decided[],
  wanted: Readonly<Record<PortVariable, PortSet>>,
  reading: 'lower' | 'upper',
): number =>
  (['destination', 'function', 'nat'] as const).reduce((share, variable) => {
    const all = wanted[variable];
    const open = decided.reduce(
      (ports, [tested, decision]) => (tested === variable ? intersectPorts(ports, decision[reading]) : ports),
      all,
    );
    return open === all ? share : (share * countPorts(open)) / countPorts(all);
  }, 1);

/**
 * In one class the packets that pass are exactly a product of port sets, one for each port variable, so their share is
 * the product of shares.
 */
export const boundsOf = (reach: ReachClass, source: SourceGroup): Bounds => {
  const { steps } = reach.path;
  const atom = reach.atoms[0] ?? 0;
  const wanted = wantedPorts(reach.port);
  if (steps.some((step) => step.outcome.kind === 'blocks')) return { lower: 0, upper: 0 };
  const decided = gatesOf(reach.path).map((gate): Decided => [gate.port, decisionOf(gate, atom, source)]);
  const upper = passingShare(decided, wanted, 'upper');
  if (steps.some((step) => step.outcome.kind === 'unknown')) return { lower: 0, upper };
  const isCertain = decided.every(([, decision]) => decision.lower === decision.upper);
  return { lower: isCertain ? upper : passingShare(decided, wanted, 'lower'), upper };
};
