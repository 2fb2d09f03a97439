import type { RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import { spanOf } from '../axis.ts';
import { type RouteChoice, routeAt } from '../routing.ts';
import { type Step, unknown } from '../step.ts';
import { routeText } from '../words.ts';
import { itemsOf } from '../world.ts';
import { type PathContext, planOf, tableOf } from './context.ts';
import { inactiveRouteStep } from './route-state.ts';

/** What a table does with every address of a range. */
const choicesFor = (context: PathContext, table: RouteTable, range: AddressRange): RouteChoice[] => {
  const plan = planOf(context, table);
  const span = spanOf(context.axis, range);
  return Array.from({ length: span.to - span.from }, (_, offset) => routeAt(plan, span.from + offset));
};

const isLocal = (choice: RouteChoice): boolean => choice.kind === 'route' && choice.route.target.kind === 'local';

/** The way of the reply from the host subnet to the function's: a route more specific than local takes it elsewhere. */
const backToFunction = (context: PathContext, subnet: Subnet, table: RouteTable, range: AddressRange): Step[] => {
  const choices = choicesFor(context, table, range);
  const other = choices.find((choice) => !isLocal(choice));
  if (other === undefined) return [];
  if (other.kind === 'unclear') return [unknown('route', table.id, other.doubt)];
  const same = choices.every(
    (choice) => choice.kind === 'route' && other.kind === 'route' && choice.route === other.route,
  );
  const inactive = same && other.kind === 'route' ? inactiveRouteStep(table.id, other.route, 'nat') : null;
  if (inactive !== null) return [inactive];
  const line = other.kind === 'route' ? routeText(other.route) : 'no local route';
  const what = `replies to ${context.subnet.id} leave ${subnet.id} by ${line} of ${table.id}`;
  return [unknown('route', table.id, { kind: 'out-of-sight', resource: table.id, what })];
};

/** A route table of the internet gateway that sends replies for the host subnet to an appliance. */
const divertedAtTheEdge = (context: PathContext, subnet: Subnet): Step[] => {
  const range = parseCidr(subnet.cidr ?? '');
  const isEdge = ({ associations, vpcId }: RouteTable): boolean =>
    vpcId === subnet.vpcId && associations.some(({ gatewayId }) => gatewayId?.startsWith('igw-'));
  return itemsOf(context.world.routeTables)
    .filter(isEdge)
    .filter((edge) => range !== null && !choicesFor(context, edge, range).every(isLocal))
    .map((edge) => {
      const choices = range === null ? [] : choicesFor(context, edge, range);
      const [first] = choices;
      const same = choices.every(
        (choice) => choice.kind === 'route' && first?.kind === 'route' && choice.route === first.route,
      );
      const dropped = same && first?.kind === 'route' ? inactiveRouteStep(edge.id, first.route, 'nat') : null;
      if (dropped !== null) return dropped;
      const what = `${edge.id}, the internet gateway's own route table, sends replies for ${subnet.id} to an appliance`;
      return unknown('route', edge.id, { kind: 'out-of-sight', resource: edge.id, what });
    });
};

/**
 * Nothing where replies go straight back from the internet gateway to the host subnet and on to the function's.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const replyRouteSteps = (context: PathContext, subnet: Subnet): Step[] => {
  const { range } = context;
  const table = tableOf(context, subnet);
  const back = table.status === 'found' && range !== null ? backToFunction(context, subnet, table.table, range) : [];
  return [...back, ...divertedAtTheEdge(context, subnet)];
};
