import type { Route } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Doubt } from '../doubt.ts';
import type { EffectiveRouteTable } from '../effective-route-table.ts';
import { routeAt } from '../routing.ts';
import { type PortVariable, passes, type Step } from '../step.ts';
import { routeText } from '../words.ts';
import { lookup } from '../world.ts';
import { networkAclStep, type PathContext, planOf, tableOf } from './context.ts';
import type { Legs } from './legs.ts';

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
  | {
      readonly kind: 'unknown';
      readonly tableId: string;
      readonly doubt: Doubt;
      /** Routes of which one is taken; empty if the table itself is not known. */
      readonly candidates: readonly (Route | null)[];
    };

export const hostRouteAt = (context: PathContext, subnet: Subnet, atom: number): HostRoute =>
  routeIn(context, tableOf(context, subnet), `the route table of ${subnet.id}`, atom);

/** What a table does with the target's address; `label` names the table where it could not be read. */
export const routeIn = (context: PathContext, table: EffectiveRouteTable, label: string, atom: number): HostRoute => {
  if (table.status === 'unknown') return { kind: 'unknown', tableId: label, doubt: table.doubt, candidates: [] };
  const tableId = table.table.id;
  const choice = routeAt(planOf(context, table.table), atom);
  switch (choice.kind) {
    case 'route':
      return { kind: 'route', route: choice.route, tableId };
    case 'none':
      return { kind: 'none', tableId };
    case 'unclear':
      return { kind: 'unknown', tableId, doubt: choice.doubt, candidates: choice.candidates };
    default:
      return choice satisfies never;
  }
};

const oneOf = (tableId: string, route: Route | null): HostRoute =>
  route === null ? { kind: 'none', tableId } : { kind: 'route', route, tableId };

/** The internet gateway to which the device's packets go, so that their replies come in by it. */
export const gatewayBehind = (onward: HostRoute): string | null => {
  if (onward.kind !== 'route' || onward.route.state !== 'active') return null;
  const { target } = onward.route;
  return target.kind === 'internet-gateway' ? target.id : null;
};

/** What a device's packets meet by the route of its table. Where the table has several of which one is taken, by each. */
export const byEachRoute = (onward: HostRoute, legsBy: (onward: HostRoute) => Legs): Legs => {
  const legs = legsBy(onward);
  if (onward.kind !== 'unknown' || onward.candidates.length === 0) return legs;
  return { ...legs, others: onward.candidates.map((route) => legsBy(oneOf(onward.tableId, route))).toReversed() };
};

/** The host subnet's network ACL on the way in from the function; none within one subnet. */
export const enterAclSteps = (context: PathContext, subnet: Subnet): Step[] => {
  const gate = { subnet, side: 'nat', leg: 'request', port: 'destination', direction: 'ingress' } as const;
  return subnet.id === context.subnet.id ? [] : [networkAclStep(context, { ...gate, address: 'function' })];
};

/** The same on the way back to the function, to the port that it chose. */
export const leaveAclSteps = (context: PathContext, subnet: Subnet): Step[] => {
  const gate = { subnet, side: 'nat', leg: 'reply', port: 'function', direction: 'egress' } as const;
  return subnet.id === context.subnet.id ? [] : [networkAclStep(context, { ...gate, address: 'function' })];
};

/** The host subnet's network ACL on the way in from the function and out to the target. */
export const requestAclSteps = (context: PathContext, subnet: Subnet): Step[] => {
  const gate = { subnet, side: 'nat', leg: 'request', port: 'destination', direction: 'egress' } as const;
  return [...enterAclSteps(context, subnet), networkAclStep(context, { ...gate, address: 'destination' })];
};

/**
 * The host subnet's network ACL for the reply: it comes in to the port that the NAT device chose and leaves to the
 * port that the function chose.
 */
export const replyAclSteps = (context: PathContext, subnet: Subnet, natPort: PortVariable): Step[] => {
  const gate = { subnet, side: 'nat', leg: 'reply', port: natPort, direction: 'ingress' } as const;
  return [networkAclStep(context, { ...gate, address: 'destination' }), ...leaveAclSteps(context, subnet)];
};

export const routePasses = (tableId: string, route: Route): Step => ({
  ...passes('route', tableId, `sends ${routeText(route)}`),
  route,
});
