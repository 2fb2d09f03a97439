import { atomSize, spanOf } from './axis.ts';
import { decisionAt, type PortDecision } from './gates/rule-list.ts';
import type { PathContext } from './path/context.ts';
import { pathKeys } from './path/path-key.ts';
import { type Path, pathAt } from './path.ts';
import { countPorts, ephemeralPorts, intersectPorts, type PortSet } from './ports.ts';
import type { Gate, PortVariable } from './step.ts';

/** Addresses that the function can have in its subnet and that every gate on the path treats alike. */
export interface SourceGroup {
  readonly atom: number;
  /** Share of the subnet's addresses. */
  readonly weight: number;
}

/** Target addresses with the same path, for which every gate decides alike. */
export interface ReachClass {
  readonly atoms: readonly number[];
  /** Number of addresses. */
  readonly size: number;
  readonly path: Path;
  readonly sources: readonly SourceGroup[];
}

export const gatesOf = (path: Path): Gate[] =>
  path.steps.flatMap((step) => (step.outcome.kind === 'gate' ? [step.outcome.gate] : []));

const allGatesOf = (path: Path): Gate[] => [...gatesOf(path), ...path.alternatives.flatMap(gatesOf)];

const segmentKey = (gates: readonly Gate[], atom: number): string =>
  gates.map((gate) => gate.list.segments[atom]).join(',');

const sourceGroups = (context: PathContext, path: Path): SourceGroup[] => {
  const { range } = context;
  const gates = allGatesOf(path).filter((gate) => gate.address === 'function');
  if (range === null) return [{ atom: 0, weight: 1 }];
  const span = spanOf(context.axis, range);
  const total = Number(range.to - range.from);
  const groups = new Map<string, SourceGroup>();
  for (let atom = span.from; atom < span.to; atom += 1) {
    const key = segmentKey(gates, atom);
    const known = groups.get(key);
    const weight = atomSize(context.axis, atom) / total;
    groups.set(key, { atom: known?.atom ?? atom, weight: (known?.weight ?? 0) + weight });
  }
  return [...groups.values()];
};

/** Splits target atoms into classes. */
export const reachClasses = (context: PathContext, atoms: readonly number[]): ReachClass[] => {
  const keyOf = pathKeys(context);
  const paths = new Map<string, { path: Path; gates: Gate[]; sources: SourceGroup[] }>();
  const classes = new Map<string, { path: Path; sources: SourceGroup[]; atoms: number[]; size: number }>();
  for (const atom of atoms) {
    const pathKey = keyOf(atom);
    let known = paths.get(pathKey);
    if (known === undefined) {
      const path = pathAt(context, atom);
      const gates = allGatesOf(path).filter((gate) => gate.address === 'destination');
      known = { path, gates, sources: sourceGroups(context, path) };
      paths.set(pathKey, known);
    }
    const key = `${pathKey}|${segmentKey(known.gates, atom)}`;
    const group = classes.get(key) ?? { path: known.path, sources: known.sources, atoms: [], size: 0 };
    group.atoms.push(atom);
    group.size += atomSize(context.axis, atom);
    classes.set(key, group);
  }
  return [...classes.values()];
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

const passingShare = (
  gates: readonly Gate[],
  wanted: Readonly<Record<PortVariable, PortSet>>,
  atom: number,
  source: SourceGroup,
  reading: 'lower' | 'upper',
): number =>
  (['destination', 'function', 'nat'] as const).reduce((share, variable) => {
    const all = wanted[variable];
    const open = gates
      .filter((gate) => gate.port === variable)
      .reduce((ports, gate) => intersectPorts(ports, decisionOf(gate, atom, source)[reading]), all);
    return (share * countPorts(open)) / countPorts(all);
  }, 1);

/**
 * In one class the packets that pass are exactly a product of port sets, one for each port variable, so their share is
 * the product of shares.
 */
export const boundsOf = (reach: ReachClass, source: SourceGroup, port: number): Bounds => {
  const { steps } = reach.path;
  const atom = reach.atoms[0] ?? 0;
  const gates = gatesOf(reach.path);
  const wanted = wantedPorts(port);
  if (steps.some((step) => step.outcome.kind === 'blocks')) return { lower: 0, upper: 0 };
  const isOpen = steps.every((step) => step.outcome.kind !== 'unknown');
  return {
    lower: isOpen ? passingShare(gates, wanted, atom, source, 'lower') : 0,
    upper: passingShare(gates, wanted, atom, source, 'upper'),
  };
};
