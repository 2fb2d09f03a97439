import { atomSize } from './axis.ts';
import { decisionAt, type PortDecision } from './gates/rule-list.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import type { Path } from './path.ts';
import { countPorts, ephemeralPorts, intersectPorts, type PortSet } from './ports.ts';
import { decideAlike, gatesOf, type SourceGroup, segmentKey, sharedPaths, type TakenPath } from './shared-paths.ts';
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

/** Whether the gates of a path decide alike of all atoms that take it. */
const isOneClass = ({ atoms, path: { gates } }: TakenPath): boolean => {
  const [first = 0] = atoms;
  return gates.length === 0 || atoms.every((atom) => decideAlike(gates, first, atom));
};

/** Atoms on one path by what its gates decide. Neighbours are mostly alike, so that few of them need a key. */
const classesOn = ({ axis }: PathContext, taken: TakenPath, port: number): readonly ReachClass[] => {
  const { path, gates, sources } = taken.path;
  if (isOneClass(taken)) return [{ path, port, sources, atoms: taken.atoms, size: taken.size }];
  const bySegments = new Map<string, ReachClass & { atoms: number[]; size: number }>();
  const groupOf = (atom: number) =>
    memoised(bySegments, segmentKey(gates, atom), () => ({ path, port, sources, atoms: [], size: 0 }));
  let last = taken.atoms[0] ?? 0;
  let group = groupOf(last);
  for (const atom of taken.atoms) {
    if (!decideAlike(gates, last, atom)) group = groupOf(atom);
    group.atoms.push(atom);
    group.size += atomSize(axis, atom);
    last = atom;
  }
  return [...bySegments.values()];
};

/** Splits target atoms into classes. */
export const reachClasses = (context: PathContext, atoms: readonly number[], port: number): ReachClass[] =>
  sharedPaths(context, atoms)
    .flatMap((taken) => classesOn(context, taken, port))
    .sort((a, b) => (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0));

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
interface Decided {
  readonly port: PortVariable;
  readonly decision: PortDecision;
}

const passingShare = (
  decided: readonly Decided[],
  wanted: Readonly<Record<PortVariable, PortSet>>,
  reading: 'lower' | 'upper',
): number => {
  const open = { ...wanted };
  for (const { port, decision } of decided) open[port] = intersectPorts(open[port], decision[reading]);
  const shareOf = (port: PortVariable): number =>
    open[port] === wanted[port] ? 1 : countPorts(open[port]) / countPorts(wanted[port]);
  return shareOf('destination') * shareOf('function') * shareOf('nat');
};

/**
 * In one class the packets that pass are exactly a product of port sets, one for each port variable, so their share is
 * the product of shares.
 */
export const boundsOf = (reach: ReachClass, source: SourceGroup): Bounds => {
  const { steps } = reach.path;
  const atom = reach.atoms[0] ?? 0;
  const wanted = wantedPorts(reach.port);
  if (steps.some((step) => step.outcome.kind === 'blocks')) return { lower: 0, upper: 0 };
  const decided = gatesOf(reach.path).map((gate) => ({ port: gate.port, decision: decisionOf(gate, atom, source) }));
  const upper = passingShare(decided, wanted, 'upper');
  if (steps.some((step) => step.outcome.kind === 'unknown')) return { lower: 0, upper };
  const isCertain = decided.every(({ decision }) => decision.lower === decision.upper);
  return { lower: isCertain ? upper : passingShare(decided, wanted, 'lower'), upper };
};
