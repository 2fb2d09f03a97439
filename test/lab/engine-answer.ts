import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Target, targetName } from '../../src/model/target.ts';
import { parseAddress } from '../../src/network/address.ts';
import type { Axis } from '../../src/network/axis.ts';
import { destinationOf } from '../../src/network/destination-of.ts';
import { packetsTo } from '../../src/network/packets.ts';
import type { PortSet } from '../../src/network/ports.ts';
import { decisionOf, type ReachClass, reachClasses } from '../../src/network/reach.ts';
import type { PortVariable } from '../../src/network/step.ts';
import { judge } from '../../src/network/verdict.ts';
import { worldOf } from '../../src/network/world.ts';
import type { Probe } from './probes.ts';
import { functionOf, subnetOf } from './sections.ts';
import { targetsAt } from './targets.ts';

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

/** The paths from one subnet to the addresses of one target. */
interface Paths {
  readonly axis: Axis;
  readonly classOf: ReadonlyMap<number, ReachClass>;
}

const answerIn = ({ axis, classOf }: Paths, probe: Probe): EngineAnswer => {
  const reach = classOf.get(atomOf(axis, probe.to));
  if (reach === undefined) return { outcome: 'not asked', natDevice: null, because: 'not an address of the target' };
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
    const { gate } = outcome;
    const { lower, upper } = decisionOf(gate, reach.atoms[0] ?? 0, source);
    const owner = gate.owner.kind === 'network-acl' ? `${gate.owner.side} ${gate.owner.direction}` : gate.owner.kind;
    const why = `${step.hop} ${step.resource} ${owner}`;
    return has(lower, ports[gate.port]) ? ['works', why] : [has(upper, ports[gate.port]) ? 'unknown' : 'fails', why];
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
  const securityGroupIds = fn.network.kind === 'vpc' ? fn.network.securityGroupIds : [];
  const known = new Map<string, Paths>();
  const pathsTo = ({ subnetId, toPort }: Pick<Probe, 'subnetId' | 'toPort'>, target: Target): Paths => {
    const key = `${subnetId} ${targetName(target)} ${toPort}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const subnet = subnetOf(snapshot.sections, subnetId);
    const vantage = { world, fn, subnet, securityGroupIds, unread: null };
    const destination = destinationOf(world, subnet, false, target);
    const { context, reached } = packetsTo(vantage, destination, targetName(target));
    const asked = reached.flatMap(({ atoms }) => atoms);
    const classes = reachClasses(context, asked, toPort);
    const classOf = new Map(classes.flatMap((reach) => reach.atoms.map((atom) => [atom, reach] as const)));
    const paths = { axis: context.axis, classOf };
    known.set(key, paths);
    return paths;
  };
  /** By whatever words an address is asked for, its packets fare alike. */
  const answer = (probe: Probe): EngineAnswer => {
    const answers = targetsAt(snapshot, functionName, probe.to).map((target) => {
      return { name: targetName(target), ...answerIn(pathsTo(probe, target), probe) };
    });
    const [first] = answers;
    if (first === undefined) throw new Error(`${probe.to} is no target`);
    const other = answers.find(({ outcome }) => outcome !== first.outcome);
    if (other !== undefined)
      throw new Error(`${probe.to} is ${first.outcome} as ${first.name} and ${other.outcome} as ${other.name}`);
    return first;
  };
  return {
    answer,
    share: ({ to, ...rest }) => {
      const [target] = targetsAt(snapshot, functionName, to);
      if (target === undefined) throw new Error(`${to} is no target`);
      const { axis, classOf } = pathsTo(rest, target);
      const reach = classOf.get(atomOf(axis, to));
      if (reach === undefined) throw new Error(`${to} is not asked`);
      return judge(reach).bounds.lower;
    },
  };
};
