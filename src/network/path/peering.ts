import type { Route, RouteTable } from '../../model/kinds/route-tables.ts';
import type { VpcPeeringConnection } from '../../model/kinds/vpc-peering-connections.ts';
import { parseCidr } from '../address.ts';
import type { BlockerOf } from '../blocker.ts';
import { effectiveRouteTable } from '../effective-route-table.ts';
import { blocks, isDeadEnd, passes, type Step, unknown } from '../step.ts';
import { destinationText } from '../words.ts';
import { itemsInVpc, lookup } from '../world.ts';
import { type Caller, functionAsCaller } from './caller.ts';
import { absent, type PathContext } from './context.ts';
import { farSideLegs, subnetAt } from './far-side.ts';
import { type Legs, oneWay } from './legs.ts';
import { isPrivateAt } from './private-address.ts';
import { choicesFor } from './reply-route.ts';

const hop = 'peering-connection';

type PeeringSide = VpcPeeringConnection['accepter'];

/** States in which a connection carries nothing; of any other but `active` it cannot be told. */
const shut: readonly (string | null)[] = ['pending-acceptance', 'deleted', 'rejected', 'failed', 'expired'];

/** The side that is not the function's VPC; null where the answer does not say which one that is. */
const farSideOf = ({ requester, accepter }: VpcPeeringConnection, vpcId: string): PeeringSide | null => {
  if (requester.vpcId === vpcId) return accepter.vpcId === vpcId ? null : accepter;
  return accepter.vpcId === vpcId ? requester : null;
};

const covers = ({ axis }: PathContext, { cidrs, ipv6Cidrs }: PeeringSide, atom: number): boolean =>
  [...cidrs, ...ipv6Cidrs].some((cidr) => {
    const range = parseCidr(cidr);
    const [from, to] = [axis.cuts[atom] ?? 0n, axis.cuts[atom + 1] ?? 0n];
    return range !== null && range.family === axis.family && range.from <= from && to <= range.to;
  });

/** What the far subnet's table does with replies to the function's subnet; nothing where it sends all of them back. */
const wayBack = (context: PathContext, table: RouteTable, blocker: BlockerOf<'peering'>): Step[] => {
  if (context.range === null) return [];
  const choices = choicesFor(context, table, context.range);
  const returns = choices.map(
    (choice) =>
      choice.kind === 'route' &&
      choice.route.state === 'active' &&
      choice.route.target.kind === 'vpc-peering-connection' &&
      choice.route.target.id === blocker.peeringConnectionId,
  );
  if (returns.every(Boolean)) return [];
  const stops = choices.every(
    (choice) => choice.kind === 'none' || (choice.kind === 'route' && choice.route.state === 'blackhole'),
  );
  if (stops) return [blocks('route', table.id, { ...blocker, why: 'no-route-back', seen: table.id })];
  const what = `${table.id} on the far side sends replies to ${context.subnet.id} elsewhere`;
  return [unknown('route', table.id, { kind: 'out-of-sight', resource: table.id, what })];
};

const farLegs = (
  context: PathContext,
  far: PeeringSide,
  atom: number,
  blocker: BlockerOf<'peering'>,
  caller: Caller,
): Legs => {
  const { world } = context;
  const id = blocker.peeringConnectionId;
  if (far.vpcId === null || itemsInVpc(world.subnets, far.vpcId).length === 0) {
    const what = `${id} takes the packet to ${far.vpcId ?? 'another VPC'}, which could not be read`;
    const unread = world.unreadVpcs.get(far.vpcId ?? '');
    const doubt = unread ?? ({ kind: 'out-of-sight', resource: id, what } as const);
    return oneWay([passes(hop, id, 'is active'), unknown('target', id, doubt)]);
  }
  const legs = farSideLegs(context, far.vpcId, atom, caller);
  const subnet = subnetAt(context, far.vpcId, atom);
  if (subnet === undefined || caller.fixedAt !== null) return legs;
  const table = effectiveRouteTable(world, subnet);
  const back =
    table.status === 'found'
      ? wayBack(context, table.table, blocker)
      : [unknown('route', `the route table of ${subnet.id}`, table.doubt)];
  return { steps: [passes(hop, id, 'is active'), ...legs.steps], reply: [...legs.reply, ...back] };
};

/**
 * Through a peering connection, which leads to the other VPC's own addresses and no further. A NAT gateway gets its
 * replies by the way of the request.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export const peeringLegs = (
  context: PathContext,
  tableId: string,
  route: Route,
  id: string,
  atom: number,
  caller = functionAsCaller(context),
): Legs => {
  const seen = { peeringConnectionId: id, routeTableId: tableId, destination: destinationText(route) };
  const found = lookup(context.world.vpcPeeringConnections, id);
  const far = found.status === 'found' ? farSideOf(found.item, context.subnet.vpcId) : null;
  if (!isPrivateAt(context, atom) && (far === null || !covers(context, far, atom)))
    return oneWay([blocks(hop, id, { kind: 'default-route-to-peering', ...seen })]);
  if (found.status === 'unavailable') return oneWay([unknown(hop, id, found.doubt)]);
  if (found.status === 'missing') return oneWay([unknown(hop, id, absent(context, id))]);
  const { status } = found.item;
  if (far === null) return oneWay([unknown(hop, id, { kind: 'missing', resource: `the other VPC of ${id}` })]);
  const state = { kind: 'peering', ...seen, why: 'state', seen: status ?? 'in no state that was told' } as const;
  const gate =
    status === 'active'
      ? []
      : [
          shut.includes(status)
            ? blocks(hop, id, state)
            : unknown(hop, id, { kind: 'in-transition', resource: id, state: state.seen }),
        ];
  const ranges = [...far.cidrs, ...far.ipv6Cidrs];
  if (ranges.length > 0 && !covers(context, far, atom))
    return oneWay([...gate, blocks(hop, id, { ...state, why: 'addresses', seen: ranges.join(', ') })]);
  if (gate.some(isDeadEnd)) return oneWay(gate);
  const legs = farLegs(context, far, atom, state, caller);
  return { steps: [...gate, ...legs.steps], reply: legs.reply };
};
