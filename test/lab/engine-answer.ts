import type { Snapshot } from '../../src/model/snapshot.ts';
import { parseAddress } from '../../src/network/address.ts';
import type { Axis } from '../../src/network/axis.ts';
import { internetAtoms, internetPort } from '../../src/network/internet.ts';
import type { PathContext } from '../../src/network/path/context.ts';
import type { PortSet } from '../../src/network/ports.ts';
import { decisionOf, type ReachClass, reachClasses } from '../../src/network/reach.ts';
import type { PortVariable } from '../../src/network/step.ts';
import { vantageOf } from '../../src/network/vantage.ts';
import { judge } from '../../src/network/verdict.ts';
import { worldOf } from '../../src/network/world.ts';
import type { Probe } from './probes.ts';
import { functionOf, itemsOf } from './site.ts';

/** What the engine says of one packet. `not asked`: the address is not one of the internet as the function sees it. */
export interface EngineAnswer {
  readonly outcome: 'works' | 'fails' | 'unknown' | 'not asked';
  /** The NAT gateway, or the interface of the NAT instance, that the path leads through. */
  readonly natDevice: string | null;
  readonly because: string;
}

export interface Engine {
  readonly answer: (probe: Probe) => EngineAnswer;
  /** Share of the ports of function and NAT gateway with which a connection to this address and port works. */
  readonly share: (probe: Pick<Probe, 'subnetId' | 'to' | 'toPort'>) => number;
}

const atomOf = ({ cuts }: Axis, text: string): number => {
  const address = parseAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  return cuts.findLastIndex((cut) => cut <= address.value);
};

const has = (ports: PortSet, port: number): boolean => ports.some(([from, to]) => from <= port && port <= to);

const answerIn = (reach: ReachClass, axis: Axis, probe: Probe): EngineAnswer => {
  const ports: Record<PortVariable, number> = {
    destination: probe.toPort,
    function: probe.fromPort,
    nat: probe.natPort,
  };
  const source = { atom: atomOf(axis, probe.from), weight: 1 };
  const results = reach.path.steps.map((step): readonly [EngineAnswer['outcome'], string] => {
    const { outcome } = step;
    if (outcome.kind === 'passes') return ['works', step.note];
    if (outcome.kind === 'blocks') return ['fails', outcome.blocker.kind];
    if (outcome.kind === 'unknown') return ['unknown', outcome.doubt.kind];
    const { lower, upper } = decisionOf(outcome.gate, reach.atoms[0] ?? 0, source);
    const port = ports[outcome.gate.port];
    const why = `${step.hop} ${step.resource}`;
    return has(lower, port) ? ['works', why] : [has(upper, port) ? 'unknown' : 'fails', why];
  });
  const decisive = results.find(([kind]) => kind === 'fails') ?? results.find(([kind]) => kind === 'unknown');
  const device = reach.path.steps.find(({ hop }) => hop === 'nat-gateway' || hop === 'nat-instance');
  const [outcome, because] = decisive ?? ['works', 'every hop passes'];
  return { outcome, because, natDevice: device?.resource ?? null };
};

/** The engine, asked for single packets of one function. */
export const engineOf = (snapshot: Snapshot, functionName: string): Engine => {
  const world = worldOf(snapshot);
  const fn = functionOf(snapshot, functionName);
  const groups = fn.network.kind === 'vpc' ? fn.network.securityGroupIds : [];
  const known = new Map<string, { readonly context: PathContext; readonly classOf: ReadonlyMap<number, ReachClass> }>();
  const vantageIn = (subnetId: string) => {
    const subnet = itemsOf(snapshot.sections.subnets).find(({ id }) => id === subnetId);
    if (subnet === undefined) throw new Error(`no subnet ${subnetId}`);
    const context = vantageOf(world, fn, subnet, groups, 'ipv4');
    const classes = reachClasses(context, internetAtoms(context), internetPort);
    return { context, classOf: new Map(classes.flatMap((reach) => reach.atoms.map((atom) => [atom, reach] as const))) };
  };
  const classAt = ({ subnetId, to }: Pick<Probe, 'subnetId' | 'to'>) => {
    const { context, classOf } = known.get(subnetId) ?? vantageIn(subnetId);
    known.set(subnetId, { context, classOf });
    return { axis: context.axis, reach: classOf.get(atomOf(context.axis, to)) };
  };
  return {
    answer: (probe) => {
      const { axis, reach } = classAt(probe);
      if (reach !== undefined) return answerIn(reach, axis, probe);
      return { outcome: 'not asked', natDevice: null, because: 'not an address of the internet' };
    },
    share: (probe) => {
      const { reach } = classAt(probe);
      if (reach === undefined) throw new Error(`${probe.to} is not asked`);
      return judge({ ...reach, port: probe.toPort }).bounds.lower;
    },
  };
};
