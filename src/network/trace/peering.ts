import { isInside } from './block.ts';
import type { Facts } from './facts.ts';
import { type Caller, deliver } from './far-side.ts';
import { isNeverPublic } from './internal.ts';
import { find } from './items.ts';
import type { Follow } from './next-hop.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import { placeOfVpc } from './place.ts';

type Connection = NonNullable<Facts['peeringConnections']>[number];

/** States in which a connection carries nothing; what one carries that comes or goes is not documented. */
const shut: readonly (string | null)[] = ['pending-acceptance', 'deleted', 'rejected', 'failed', 'expired'];

const decideByStatus = ({ status }: Connection): Decision => {
  if (status === 'active') return 'passes';
  return shut.includes(status) ? 'blocks' : 'unknown';
};

/** Where the other account's side, or another Region's, cannot be read, no subnet of it is there. */
const isSeen = (facts: Facts, vpcId: string | null): boolean =>
  facts.subnets?.some((subnet) => subnet.vpcId === vpcId) ?? false;

/** The way back is the connection itself; a reply on another way is out of sight. */
const backOver =
  (id: string): Follow =>
  (walk, { target }, tableId) => {
    const same = target.kind === 'vpc-peering-connection' && target.id === id;
    return walk.meet('route', tableId, same ? 'passes' : 'unknown', 'the way of the replies');
  };

/**
 * A peering connection serves the addresses of the VPC at its other end and nothing behind it; both sides need a
 * route. A NAT gateway gets its replies by the way of the request.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const throughPeering = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  caller: Caller,
  id: string,
): boolean => {
  const meet = (decision: Decision, rule: string): boolean => walk.meet('peering-connection', id, decision, rule);
  const connection = find(facts.peeringConnections, id);
  const { destination, functionAccount } = packet;
  const { vpcId } = caller.place;
  const others = typeof connection === 'string' ? [] : connection.sides.filter((side) => side.vpcId !== vpcId);
  const [far, second] = others;
  if (typeof connection === 'string' || far === undefined || second !== undefined)
    return meet(isNeverPublic(destination) ? 'unknown' : 'blocks', "serves only the other VPC's addresses");
  const isOpen = far.blocks.length === 0 && isNeverPublic(destination);
  if (!isOpen && !isInside(far, destination)) return meet('blocks', "serves only the other VPC's addresses");
  if (!meet(decideByStatus(connection), `is ${connection.status}`)) return false;
  if (far.vpcId === null || !isSeen(facts, far.vpcId)) return meet('unknown', 'the other VPC is out of sight');
  const vpc = placeOfVpc(facts, far.vpcId, functionAccount);
  return deliver(walk, facts, packet, caller, vpc, caller.kind === 'nat-gateway' ? null : backOver(id));
};
