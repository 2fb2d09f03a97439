import type { RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import { spanOf } from '../axis.ts';
import { type RouteChoice, routeAt } from '../routing.ts';
import { type Step, unknown } from '../step.ts';
import { routeText } from '../words.ts';
import { itemsInVpc } from '../world.ts';
import { type PathContext, planOf, tableOf } from './context.ts';
import { inactiveRouteStep } from './route-state.ts';

/** What a table does with these addresses. */
const choicesAt = (context: PathContext, table: RouteTable, atoms: readonly number[]): RouteChoice[] => {
  const plan = planOf(context, table);
  return atoms.map((atom) => routeAt(plan, atom));
};

const atomsOf = ({ axis }: PathContext, range: AddressRange): number[] => {
  const span = spanOf(axis, range);
  return Array.from({ length: span.to - span.from }, (_, offset) => span.from + offset);
};

/** What a table does with every address of a range. */
export const choicesFor = (context: PathContext, table: RouteTable, range: AddressRange): RouteChoice[] =>
  choicesAt(context, table, atomsOf(context, range));

const isLocal = (choice: RouteChoice): boolean =>
  choice.kind === 'route' && choice.route.target.kind === 'local' && choice.route.state === 'active';

/**
 * The way of the reply from a table back to these addresses of the VPC: a route more specific than local takes it
 * elsewhere.
 */
export const backTo = (context: PathContext, table: RouteTable, atoms: readonly number[]): Step[] => {
  const choices = choicesAt(context, table, atoms);
  const other = choices.find((choice) => !isLocal(choice));
  if (other === undefined) return [];
  if (other.kind === 'unclear') return [unknown('route', table.id, other.doubt)];
  const same = choices.every(
    (choice) => choice.kind === 'route' && other.kind === 'route' && choice.route === other.route,
  );
  const inactive = same && other.kind === 'route' ? inactiveRouteStep(table.id, other.route, 'nat') : null;
  if (inactive !== null) return [inactive];
  const line = other.kind === 'route' ? routeText(other.route) : 'no local route';
  const what = `replies to ${context.subnet.id} take ${line} of ${table.id}`;
  return [unknown('route', table.id, { kind: 'out-of-sight', resource: table.id, what })];
};

/** The same back to the function's subnet. */
export const backToFunction = (context: PathContext, table: RouteTable): Step[] =>
  context.range === null ? [] : backTo(context, table, atomsOf(context, context.range));

/** Whether a table steers what comes in through the gateway; `perhaps` while it is being associated. */
const isEdgeOf = ({ associations }: RouteTable, gatewayId: string): 'yes' | 'perhaps' | 'no' => {
  const association = associations.find((candidate) => candidate.gatewayId === gatewayId);
  if (association === undefined || association.state === 'disassociated' || association.state === 'failed') return 'no';
  return association.state === 'associated' || association.state === null ? 'yes' : 'perhaps';
};

/** What the gateway's own table does with replies to the host subnet: it may drop them or send them to an appliance. */
const throughEdge = (
  context: PathContext,
  subnet: Subnet,
  range: AddressRange,
  edge: RouteTable,
  gatewayId: string,
): Step[] => {
  const role = isEdgeOf(edge, gatewayId);
  if (role === 'no') return [];
  const choices = choicesFor(context, edge, range);
  const [first] = choices;
  if (choices.every(isLocal)) return [];
  const same = choices.every((each) => each.kind === 'route' && first?.kind === 'route' && each.route === first.route);
  const dropped = same && first?.kind === 'route' ? inactiveRouteStep(edge.id, first.route, 'nat') : null;
  if (dropped !== null && role === 'yes') return [dropped];
  const what = `${edge.id}, the internet gateway's own route table, takes replies for ${subnet.id} elsewhere`;
  return [unknown('route', edge.id, { kind: 'out-of-sight', resource: edge.id, what })];
};

/** What the internet gateway's tables do with replies to a range of the subnet. */
const edgeSteps = (context: PathContext, subnet: Subnet, range: AddressRange, gatewayId: string): Step[] =>
  itemsInVpc(context.world.routeTables, subnet.vpcId).flatMap((edge) =>
    throughEdge(context, subnet, range, edge, gatewayId),
  );

/** The same for a function that sends IPv6 straight to the internet gateway: replies come to its own address. */
export const replyToFunction = (context: PathContext, gatewayId: string): Step[] =>
  context.range === null ? [] : edgeSteps(context, context.subnet, context.range, gatewayId);

/**
 * Nothing where replies go straight back from the internet gateway to the host subnet and on to the function's.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const replyRouteSteps = (context: PathContext, subnet: Subnet, gatewayId: string | null): Step[] => {
  const table = tableOf(context, subnet);
  const back = table.status === 'found' ? backToFunction(context, table.table) : [];
  const range = parseCidr(subnet.cidr ?? '');
  const edge = gatewayId === null || range === null ? [] : edgeSteps(context, subnet, range, gatewayId);
  return [...back, ...edge];
};
