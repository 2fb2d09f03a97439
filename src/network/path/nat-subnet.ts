import type { Route } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { parseCidr } from '../address.ts';
import { spanOf } from '../axis.ts';
import type { Doubt } from '../doubt.ts';
import { routeAt } from '../routing.ts';
import { type PortVariable, passes, type Step, unknown } from '../step.ts';
import { routeText } from '../words.ts';
import { itemsOf, lookup } from '../world.ts';
import { networkAclStep, type PathContext, planOf, tableOf } from './context.ts';

/** The subnet of a NAT device. */
export const hostSubnetOf = (
  context: PathContext,
  id: string,
): { readonly subnet: Subnet } | { readonly doubt: Doubt } => {
  const found = lookup(context.world.subnets, id);
  if (found.status === 'found' && found.item.vpcId === context.subnet.vpcId) return { subnet: found.item };
  if (found.status === 'found') return { doubt: { kind: 'missing', resource: `${id} in ${context.subnet.vpcId}` } };
  return { doubt: found.status === 'missing' ? { kind: 'missing', resource: id } : found.doubt };
};

/** What the host subnet's table does with the target's address. */
export type HostRoute =
  | { readonly kind: 'route'; readonly route: Route; readonly tableId: string }
  | { readonly kind: 'none'; readonly tableId: string }
  | { readonly kind: 'unknown'; readonly tableId: string; readonly doubt: Doubt };

export const hostRouteAt = (context: PathContext, subnet: Subnet, atom: number): HostRoute => {
  const table = tableOf(context, subnet);
  if (table.status === 'unknown')
    return { kind: 'unknown', tableId: `the route table of ${subnet.id}`, doubt: table.doubt };
  const tableId = table.table.id;
  const choice = routeAt(planOf(context, table.table), atom);
  switch (choice.kind) {
    case 'route':
      return { kind: 'route', route: choice.route, tableId };
    case 'none':
      return { kind: 'none', tableId };
    case 'unclear':
      return { kind: 'unknown', tableId, doubt: choice.doubt };
    default:
      return choice satisfies never;
  }
};

/** The host subnet's network ACL on the way in from the function and out to the target; none within one subnet. */
export const requestAclSteps = (context: PathContext, subnet: Subnet): Step[] => {
  const shared = { subnet, side: 'nat', leg: 'request', port: 'destination' } as const;
  const enters = networkAclStep(context, { ...shared, direction: 'ingress', address: 'function' });
  const leaves = networkAclStep(context, { ...shared, direction: 'egress', address: 'destination' });
  return subnet.id === context.subnet.id ? [leaves] : [enters, leaves];
};

/**
 * The host subnet's network ACL for the reply: it comes in to the port that the NAT device chose and leaves to the
 * port that the function chose.
 */
export const replyAclSteps = (context: PathContext, subnet: Subnet, natPort: PortVariable): Step[] => {
  const shared = { subnet, side: 'nat', leg: 'reply' } as const;
  const enters = networkAclStep(context, { ...shared, direction: 'ingress', address: 'destination', port: natPort });
  const leaves = networkAclStep(context, { ...shared, direction: 'egress', address: 'function', port: 'function' });
  return subnet.id === context.subnet.id ? [enters] : [enters, leaves];
};

/**
 * Nothing where replies go straight back. A route more specific than local (to a firewall) takes them elsewhere, and
 * so does a route table of the internet gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const replyRouteSteps = (context: PathContext, subnet: Subnet): Step[] => {
  const range = parseCidr(context.subnet.cidr ?? '');
  const table = tableOf(context, subnet);
  const steps: Step[] = [];
  if (table.status === 'found' && range !== null) {
    const plan = planOf(context, table.table);
    const span = spanOf(context.axis, range);
    for (let atom = span.from; atom < span.to; atom += 1) {
      const choice = routeAt(plan, atom);
      if (choice.kind === 'route' && choice.route.target.kind === 'local') continue;
      if (choice.kind === 'unclear') return [unknown('route', table.table.id, choice.doubt)];
      const line = choice.kind === 'route' ? routeText(choice.route) : 'no local route';
      const what = `replies to ${context.subnet.id} leave ${subnet.id} by ${line} of ${table.table.id}`;
      return [unknown('route', table.table.id, { kind: 'out-of-sight', resource: table.table.id, what })];
    }
  }
  const hostRange = parseCidr(subnet.cidr ?? '');
  for (const edge of itemsOf(context.world.routeTables)) {
    if (edge.vpcId !== subnet.vpcId || !edge.associations.some(({ gatewayId }) => gatewayId?.startsWith('igw-')))
      continue;
    const plan = planOf(context, edge);
    const span = hostRange === null ? null : spanOf(context.axis, hostRange);
    const choices = span === null ? [] : [...plan.choices.slice(span.from, span.to)];
    const diverted = choices.some((index) => plan.table.routes[index]?.target.kind !== 'local');
    const what = `${edge.id}, the internet gateway's own route table, sends replies for ${subnet.id} to an appliance`;
    if (diverted) steps.push(unknown('route', edge.id, { kind: 'out-of-sight', resource: edge.id, what }));
  }
  return steps;
};

export const routePasses = (tableId: string, route: Route): Step =>
  passes('route', tableId, `sends ${routeText(route)}`);
