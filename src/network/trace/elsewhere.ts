import type { Route, RouteTarget } from '../../model/kinds/route-tables.ts';
import type { Facts } from './facts.ts';
import { type Caller, deliver } from './far-side.ts';
import { find } from './items.ts';
import { bringBack } from './next-hop.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import { throughPeering } from './peering.ts';
import type { Place } from './place.ts';
import { decideByTransitGateway } from './transit-gateway.ts';

/** States in which an endpoint carries nothing any more. */
export const carriesNothing: readonly string[] = ['deleted', 'failed', 'rejected', 'expired'];

const isGone = (facts: Facts, place: Place, target: RouteTarget): boolean => {
  const endpoint = target.kind === 'vpc-endpoint' ? find(facts.vpcEndpoints, target.id) : 'unread';
  const nat = target.kind === 'nat-gateway' ? find(facts.natGateways, target.id) : 'unread';
  if (endpoint === 'absent' || nat === 'absent') return !place.shared;
  if (endpoint !== 'unread') return carriesNothing.includes(endpoint.state);
  return nat !== 'unread' && (nat.state === 'failed' || nat.state === 'deleted');
};

/** A gateway endpoint hands what its subnets send to the service; whether it does so for a NAT device is not documented. */
const serves = (facts: Facts, caller: Caller, target: RouteTarget): boolean => {
  const endpoint = target.kind === 'vpc-endpoint' ? find(facts.vpcEndpoints, target.id) : 'unread';
  if (endpoint === 'unread' || endpoint === 'absent' || caller.kind !== 'function') return false;
  return endpoint.type === 'Gateway' && endpoint.state === 'available';
};

/** Ends other than gateways to the internet: inside the VPC, in a peered one, at an AWS service, or out of sight. */
export const leaveForElsewhere = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  caller: Caller,
  { target }: Route,
): boolean => {
  if (target.kind === 'local') return deliver(walk, facts, packet, caller, caller.place, bringBack);
  if (target.kind === 'vpc-peering-connection') return throughPeering(walk, facts, packet, caller, target.id);
  if (target.kind === 'transit-gateway') {
    const [decision, why, resource] = decideByTransitGateway(facts, caller.place, target.id, packet);
    return walk.meet('transit-gateway', resource, decision, why);
  }
  if (target.kind === 'vpc-endpoint' || target.kind === 'nat-gateway') {
    if (serves(facts, caller, target)) return walk.meet(target.kind, target.id, 'passes', 'a gateway endpoint');
    const gone = isGone(facts, caller.place, target);
    return walk.meet(target.kind, target.id, gone ? 'blocks' : 'unknown', gone ? 'is not there' : 'is not evaluated');
  }
  return walk.meet('route', 'id' in target ? target.id : target.kind, 'unknown', 'goes on out of sight');
};
