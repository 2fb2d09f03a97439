import type { Verdict, Witness } from '../model/report.ts';
import { formatAddress } from './address.ts';
import { type Flow, failingPorts, flowsOf, type PortSets, stoppedPorts, workingPorts } from './flow.ts';
import type { PathContext } from './path/context.ts';
import type { Path } from './path.ts';
import { type ReachClass, wantedPorts } from './reach.ts';
import type { SourceGroup } from './shared-paths.ts';
import type { Step } from './step.ts';
import type { TargetVerdict } from './verdict.ts';
import { bestFirst, worstFirst } from './worst-first.ts';

/**
 * The first address of a group that Lambda can have: AWS keeps the first four of every subnet, and the last.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const sourceAddress = ({ axis, range }: PathContext, { atom }: SourceGroup): bigint | null => {
  const from = axis.cuts[atom];
  const to = axis.cuts[atom + 1];
  if (range === null || from === undefined || to === undefined) return null;
  const own = axis.family === 'ipv4' ? range : { from: range.from + 4n, to: range.to - 1n };
  const address = from < own.from ? own.from : from;
  return address < to && address < own.to ? address : null;
};

/** The lowest port of each set. */
const single = (ports: PortSets): PortSets => {
  const lowest = ([first]: PortSets['nat']): PortSets['nat'] => (first === undefined ? [] : [[first[0], first[0]]]);
  return { destination: lowest(ports.destination), function: lowest(ports.function), nat: lowest(ports.nat) };
};

/** What one packet meets on a path, the step that stops it included. */
const travelled = (flow: Flow, { steps }: Path, packet: PortSets): readonly Step[] => {
  const stop = steps.findIndex((step) => stoppedPorts(flow, step, packet) !== null);
  return stop < 0 ? steps : steps.slice(0, stop + 1);
};

const portOf = ([interval]: PortSets['nat']): number => interval?.[0] ?? 0;

const witnessOf = (context: PathContext, flow: Flow, outcome: Witness['outcome'], all: PortSets): Witness | null => {
  const ports = outcome === 'works' ? workingPorts(flow, all) : failingPorts(flow, all);
  const source = sourceAddress(context, flow.source);
  if (ports === null || source === null) return null;
  const { family, cuts } = context.axis;
  const packet = single(ports);
  const met = flow.ways.map((way) => travelled(flow, way, packet));
  const stoppers = met.flatMap((steps) => steps.at(-1)?.resource ?? []);
  const isTranslated = met.some((steps) => steps.some(({ hop }) => hop === 'nat-gateway'));
  return {
    outcome,
    from: formatAddress(family, source),
    fromPort: portOf(packet.function),
    natPort: isTranslated ? portOf(packet.nat) : null,
    to: formatAddress(family, cuts[flow.atom] ?? 0n),
    toPort: portOf(packet.destination),
    stoppedBy: outcome === 'works' ? null : [...new Set(stoppers)].join(', '),
  };
};

const proves: Readonly<Record<Verdict, readonly Witness['outcome'][]>> = {
  reachable: ['works'],
  blocked: ['fails'],
  partial: ['works', 'fails'],
  unknown: [],
};

const first = <Item, Value>(items: readonly Item[], find: (item: Item) => Value | null): Value | null => {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
};

/**
 * Packets that show what was found: one that works, one that fails, or both. A partial answer of which nothing is proven
 * to work has none that works, and a function without an address of the family can send none at all. Classes are taken
 * as they were before one of several ways was chosen to be shown, since a packet may take any.
 */
export const witnessesOf = (
  context: PathContext,
  { verdict, classes }: TargetVerdict,
  reached: readonly ReachClass[],
): Witness[] => {
  const all = wantedPorts(reached[0]?.port ?? 0);
  const whole = new Map(reached.map((reach) => [reach.atoms, reach]));
  return proves[verdict].flatMap((outcome) => {
    const judged = outcome === 'fails' ? worstFirst(classes) : bestFirst(classes);
    const flows = judged.flatMap(({ reach }) => flowsOf(whole.get(reach.atoms) ?? reach));
    return first(flows, (flow) => witnessOf(context, flow, outcome, all)) ?? [];
  });
};
