import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Witness } from '../model/report.ts';
import { type Attachment, attachedTo } from '../network/attachment.ts';
import type { Packet, Trace } from '../network/trace.ts';
import { verdictOverSubnets } from '../network/verdict.ts';
import type { World } from '../network/world.ts';
import type { Outcome, SubnetOutcome } from './outcome.ts';

/** Sends one packet through the network, knowing nothing of how verdicts are made. */
export type Simulator = (packet: Packet) => Pick<Trace, 'outcome'>;

/** Subnets whose witnesses were sent before: functions with the same placement share them. */
export type Replays = Map<SubnetOutcome, SubnetOutcome>;

/** Where no NAT gateway chooses a port none is tested, so that any will do. */
const anyPort = 1024;

const packetOf = (
  fn: LambdaFunction,
  attachment: Attachment,
  { subnetId, endpointId }: SubnetOutcome,
  witness: Witness,
): Packet => ({
  subnetId,
  endpointId,
  securityGroupIds: attachment.securityGroupIds,
  functionAccount: fn.arn.split(':')[4] ?? '',
  ipv6Allowed: attachment.sendsIpv6,
  onInstances: fn.network.kind === 'capacity-provider',
  sourceAddress: witness.from,
  destination: witness.to,
  destinationPort: witness.toPort,
  functionPort: witness.fromPort,
  natPort: witness.natPort ?? anyPort,
});

const disagreementText = (subnetId: string, witness: Witness, found: Trace['outcome']): string => {
  const { outcome, from, fromPort, natPort, to, toPort } = witness;
  const nat = natPort === null ? '' : ` by NAT port ${natPort}`;
  const simulated = found === 'unknown' ? 'cannot be told' : found;
  return `two independent computations of lambda-net-doctor disagree about ${subnetId}, which is a defect of lambda-net-doctor: tcp from ${from} port ${fromPort}${nat} to ${to} port ${toPort} ${outcome} by the one and ${simulated} by the other; report it with the file that --save-snapshot writes`;
};

/** Nothing is claimed of a subnet about which the program contradicts itself. */
const withdrawn = (subnet: SubnetOutcome, what: string): SubnetOutcome => ({
  ...subnet,
  verdict: 'unknown',
  share: null,
  classes: [],
  exceptions: [],
  besides: [],
  witnesses: [],
  endpointId: null,
  stories: [],
  way: null,
  doubt: { kind: 'disagreement', resource: subnet.subnetId, what },
});

const replaySubnet = (fn: LambdaFunction, attachment: Attachment, subnet: SubnetOutcome, send: Simulator) => {
  for (const witness of subnet.witnesses) {
    const { outcome } = send(packetOf(fn, attachment, subnet, witness));
    if (outcome !== witness.outcome) return withdrawn(subnet, disagreementText(subnet.subnetId, witness, outcome));
  }
  return subnet;
};

/** An answer after each of its witnesses was sent through the simulator; what it contradicts becomes unknown. */
export const replayed = (
  world: World,
  fn: LambdaFunction,
  outcome: Outcome,
  send: Simulator,
  replays: Replays,
): Outcome => {
  const attached = attachedTo(world, fn);
  if (attached.kind !== 'attached') return outcome;
  const subnets = outcome.subnets.map((subnet) => {
    const known = replays.get(subnet) ?? replaySubnet(fn, attached.attachment, subnet, send);
    replays.set(subnet, known);
    return known;
  });
  if (subnets.every((subnet, index) => subnet === outcome.subnets[index])) return outcome;
  return { ...outcome, subnets, verdict: verdictOverSubnets(subnets.map(({ verdict }) => verdict)) };
};

/** What two computations of this program disagree about, each said once. */
export const disagreementsOf = (outcomes: readonly Outcome[]): string[] => [
  ...new Set(
    outcomes.flatMap(({ subnets }) =>
      subnets.flatMap(({ doubt }) => (doubt?.kind === 'disagreement' ? [doubt.what] : [])),
    ),
  ),
];
