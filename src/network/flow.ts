import type { Path } from './path.ts';
import { intersectPorts, type PortSet, subtractPorts } from './ports.ts';
import { decisionOf, type ReachClass } from './reach.ts';
import { gatesOf, type SourceGroup } from './shared-paths.ts';
import type { PortVariable, Step } from './step.ts';

export type PortSets = Readonly<Record<PortVariable, PortSet>>;

/** Packets from addresses that every rule treats alike to addresses that it treats alike. */
export interface Flow {
  readonly atom: number;
  readonly source: SourceGroup;
  /** Paths of which one is taken, where it cannot be told which. */
  readonly ways: readonly Path[];
}

export const flowsOf = ({ atoms, path, sources }: ReachClass): Flow[] =>
  sources.map((source) => ({
    atom: atoms[0] ?? 0,
    source,
    ways: path.alternatives.length > 0 ? path.alternatives : [path],
  }));

/** Of these ports those with which a packet is proven to pass every gate, whichever way it takes. */
const passingPorts = ({ atom, source, ways }: Flow, ports: PortSets): PortSets => {
  const passing = { ...ports };
  for (const gate of ways.flatMap(gatesOf))
    passing[gate.port] = intersectPorts(passing[gate.port], decisionOf(gate, atom, source).lower);
  return passing;
};

/** Ports with which a packet and its reply are proven to arrive; null if there are none. */
export const workingPorts = (flow: Flow, ports: PortSets): PortSets | null => {
  const outcomes = flow.ways.flatMap(({ steps }) => steps.map(({ outcome }) => outcome.kind));
  if (outcomes.includes('blocks') || outcomes.includes('unknown')) return null;
  const passing = passingPorts(flow, ports);
  return Object.values(passing).every((set) => set.length > 0) ? passing : null;
};

/** Of these ports those with which a step is proven to stop a packet; null if it stops none. */
export const stoppedPorts = ({ atom, source }: Flow, { outcome }: Step, ports: PortSets): PortSets | null => {
  if (outcome.kind === 'blocks') return ports;
  if (outcome.kind !== 'gate') return null;
  const { gate } = outcome;
  const closed = subtractPorts(ports[gate.port], decisionOf(gate, atom, source).upper);
  return closed.length === 0 ? null : { ...ports, [gate.port]: closed };
};

/**
 * Ports with which a packet is proven to be stopped, whichever way it takes; null if there are none. A port that the
 * stopping gates do not test is one that passes all others, where there is one.
 */
export const failingPorts = (flow: Flow, ports: PortSets): PortSets | null => {
  let found: readonly PortSets[] = [ports];
  for (const { steps } of flow.ways) {
    const stopped = found.flatMap((sets) => steps.flatMap((step) => stoppedPorts(flow, step, sets) ?? []));
    found = [...new Map(stopped.map((sets) => [JSON.stringify(sets), sets])).values()];
  }
  const [first] = found;
  if (first === undefined) return null;
  const passing = passingPorts(flow, first);
  const either = (port: PortVariable): PortSet => (passing[port].length > 0 ? passing[port] : first[port]);
  return { destination: either('destination'), function: either('function'), nat: either('nat') };
};
