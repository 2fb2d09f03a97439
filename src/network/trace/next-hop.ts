import type { Route } from '../../model/kinds/route-tables.ts';
import type { Facts } from './facts.ts';
import { find } from './items.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import type { Place } from './place.ts';
import { chooseRoute, tableOfSubnet } from './route-choice.ts';
import { destinationText } from './route-lines.ts';
import { decideByTransitGateway } from './transit-gateway.ts';

/** The active route that a subnet's table has for an address; null if there is none to follow, `stopped` if it drops. */
export const takeRoute = (walk: Walk, facts: Facts, place: Place, address: number): Route | null | 'stopped' => {
  const table = tableOfSubnet(facts, place.subnetId, place.vpcId);
  if (table === null) {
    walk.meet('route', place.subnetId, 'unknown', 'its route table is not known');
    return null;
  }
  const route = chooseRoute(facts, table, address);
  if (route === 'unclear') {
    walk.meet('route', table.id, 'unknown', 'which route is chosen cannot be told');
    return null;
  }
  if (route === 'none' || route.state === 'blackhole') {
    walk.meet('route', table.id, 'blocks', route === 'none' ? 'no route' : `${destinationText(route)} is a blackhole`);
    return 'stopped';
  }
  const active = route.state === 'active';
  walk.meet('route', table.id, active ? 'passes' : 'unknown', destinationText(route));
  return active ? route : null;
};

/** Ends that no packet to the internet gets through, or that lie out of sight. */
export const leaveForElsewhere = (walk: Walk, facts: Facts, place: Place, route: Route): boolean => {
  const { target } = route;
  if (target.kind === 'vpc-peering-connection')
    return walk.meet('peering-connection', target.id, 'blocks', "serves only the other VPC's addresses");
  if (target.kind === 'transit-gateway') {
    const [decision, why] = decideByTransitGateway(facts, place, target.id);
    return walk.meet('transit-gateway', target.id, decision, why);
  }
  if (target.kind === 'vpc-endpoint') {
    const gone = find(facts.vpcEndpoints, target.id) === 'absent' && !place.shared;
    return walk.meet(
      'vpc-endpoint',
      target.id,
      gone ? 'blocks' : 'unknown',
      gone ? 'is not there' : 'is not evaluated',
    );
  }
  return walk.meet('route', 'id' in target ? target.id : target.kind, 'unknown', 'goes on out of sight');
};

/** The way of a reply from a NAT device back to the function: straight, or on a way that the request never took. */
export const routeReply = (walk: Walk, facts: Facts, place: Place, { sourceAddress }: NumberedPacket): boolean => {
  const route = takeRoute(walk, facts, place, sourceAddress);
  if (route === 'stopped') return false;
  if (route === null || route.target.kind === 'local') return true;
  return walk.meet('route', place.subnetId, 'unknown', 'replies go another way than requests');
};
