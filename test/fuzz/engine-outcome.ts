import type { Subnet } from '../../src/model/kinds/subnets.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Family } from '../../src/network/address.ts';
import { decisionAt } from '../../src/network/gates/rule-list.ts';
import type { Path } from '../../src/network/path.ts';
import type { PortSet } from '../../src/network/ports.ts';
import { type ReachClass, reachClasses } from '../../src/network/reach.ts';
import type { Gate } from '../../src/network/step.ts';
import type { Address } from '../../src/network/trace/block.ts';
import type { NumberedPacket, Trace } from '../../src/network/trace.ts';
import { vantageOf } from '../../src/network/vantage.ts';
import { worldOf } from '../../src/network/world.ts';

type Outcome = Trace['outcome'];
type Functions = Extract<Snapshot['sections']['functions'], { status: 'collected' }>['items'];

const holds = (ports: PortSet, port: number): boolean => ports.some(([from, to]) => port >= from && port <= to);

const portOf = ({ port }: Gate, packet: NumberedPacket): number => {
  if (port === 'destination') return packet.destinationPort;
  return port === 'function' ? packet.functionPort : packet.natPort;
};

/** What one path of the engine says of a packet; `destination` and `source` are atoms. */
const outcomeOn = ({ steps }: Path, packet: NumberedPacket, destination: number, source: number): Outcome => {
  let outcome: Outcome = 'works';
  for (const { outcome: met } of steps) {
    if (met.kind === 'blocks') return 'fails';
    if (met.kind === 'unknown') outcome = 'unknown';
    if (met.kind !== 'gate') continue;
    const { lower, upper } = decisionAt(met.gate.list, met.gate.address === 'destination' ? destination : source);
    const port = portOf(met.gate, packet);
    if (!holds(upper, port)) return 'fails';
    if (!holds(lower, port)) outcome = 'unknown';
  }
  return outcome;
};

/** Of several paths one is taken: known only if all agree. */
const outcomeOf = ({ path, atoms: [first = 0] }: ReachClass, packet: NumberedPacket, source: number): Outcome => {
  const ways = path.alternatives.length === 0 ? [path] : path.alternatives;
  const outcomes = new Set(ways.map((way) => outcomeOn(way, packet, first, source)));
  const [only] = outcomes;
  return only !== undefined && outcomes.size === 1 ? only : 'unknown';
};

/** The place of an address between the cuts of an axis. */
const atomOf = (cuts: readonly bigint[], address: Address): number => {
  let from = 0;
  let to = cuts.length - 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (address >= (cuts[middle] ?? 0n)) from = middle;
    else to = middle;
  }
  return from;
};

/** What the engine's classes of addresses, taken as a whole, say of single packets from one subnet of a function. */
export const engineOutcomes = (
  snapshot: Snapshot,
  fn: Functions[number],
  subnet: Subnet,
  family: Family,
): ((packet: NumberedPacket) => Outcome) => {
  const groups = fn.network.kind === 'vpc' ? fn.network.securityGroupIds : [];
  const context = vantageOf(worldOf(snapshot), fn, subnet, groups, family);
  const { atoms, cuts } = context.axis;
  const everywhere = Array.from({ length: atoms }, (_, atom) => atom);
  const byPort = new Map<number, readonly ReachClass[]>();
  const classesFor = (port: number): readonly ReachClass[] => {
    const known = byPort.get(port);
    if (known !== undefined) return known;
    const classOf: ReachClass[] = [];
    for (const reach of reachClasses(context, everywhere, port)) for (const atom of reach.atoms) classOf[atom] = reach;
    byPort.set(port, classOf);
    return classOf;
  };
  return (packet) => {
    const reach = classesFor(packet.destinationPort)[atomOf(cuts, packet.destination)];
    if (reach === undefined) throw new Error('an address is in no class');
    return outcomeOf(reach, packet, atomOf(cuts, packet.sourceAddress));
  };
};
