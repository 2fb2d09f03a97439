import { type Atoms, addAtom, type GrowingAtoms, noneBefore } from './atoms.ts';
import { decisionAt, type PortDecision } from './gates/rule-list.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import type { Path } from './path.ts';
import { countPorts, ephemeralPorts, holdsPorts, intersectPorts, type PortSet } from './ports.ts';
import { gatesOf, type SourceGroup, sharedPaths, type TakenPath } from './shared-paths.ts';
import type { Gate, PortVariable } from './step.ts';

/** Target addresses with the same path, for which every gate lets the same of the ports that are asked for through. */
export interface ReachClass extends Atoms {
  readonly path: Path;
  /** The port that is asked for. */
  readonly port: number;
  readonly sources: readonly SourceGroup[];
}

/** What each port variable can be: the port asked for; the ports that Lambda and a NAT gateway pick. */
type WantedPorts = Readonly<Record<PortVariable, PortSet>>;

export const wantedPorts = (port: number): WantedPorts => ({
  destination: [[port, port]],
  function: ephemeralPorts,
  nat: ephemeralPorts,
});

/** How a gate treats the ports that are asked for, by the segments of its list. */
interface Treatment {
  readonly segments: Int32Array;
  readonly kinds: readonly number[];
}

/** Which rule lets all of the ports through makes no difference. */
const open = -1;

const treatmentOf = ({ list, port }: Gate, wanted: WantedPorts): Treatment => ({
  segments: list.segments,
  kinds: list.decisions.map(({ lower }, segment) => (holdsPorts(lower, wanted[port]) ? open : segment)),
});

/** Those that do not treat all addresses alike. */
const treatmentsOf = (gates: readonly Gate[], wanted: WantedPorts): Treatment[] =>
  gates.map((gate) => treatmentOf(gate, wanted)).filter(({ kinds }) => kinds.some((kind) => kind !== kinds[0]));

const kindAt = ({ segments, kinds }: Treatment, atom: number): number | undefined => kinds[segments[atom] ?? 0];

const keyOf = (treatments: readonly Treatment[], atom: number): string =>
  treatments.map((treatment) => kindAt(treatment, atom)).join(' ');

const areTreatedAlike = (treatments: readonly Treatment[], a: number, b: number): boolean =>
  treatments.every((treatment) => kindAt(treatment, a) === kindAt(treatment, b));

/** Atoms on one path by how its gates treat them. Neighbours are mostly treated alike, so that few of them need a key. */
const classesOn = ({ axis }: PathContext, taken: TakenPath, port: number): readonly ReachClass[] => {
  const { path, gates, sources } = taken.path;
  const treatments = treatmentsOf(gates, wantedPorts(port));
  const [first = 0] = taken.atoms;
  if (treatments.length === 0 || taken.atoms.every((atom) => areTreatedAlike(treatments, first, atom)))
    return [{ ...taken, path, port, sources }];
  const byTreatment = new Map<string, ReachClass & GrowingAtoms>();
  const groupOf = (atom: number) =>
    memoised(byTreatment, keyOf(treatments, atom), () => ({ path, port, sources, ...noneBefore(atom) }));
  let last = first;
  let group = groupOf(last);
  for (const atom of taken.atoms) {
    if (!areTreatedAlike(treatments, last, atom)) group = groupOf(atom);
    addAtom(axis, group, atom);
    last = atom;
  }
  return [...byTreatment.values()];
};

/** Splits target atoms into classes. */
export const reachClasses = (context: PathContext, atoms: readonly number[], port: number): ReachClass[] =>
  sharedPaths(context, atoms)
    .flatMap((taken) => classesOn(context, taken, port))
    .sort((a, b) => (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0));

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

const passingShare = (decided: readonly Decided[], wanted: WantedPorts, reading: 'lower' | 'upper'): number => {
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
