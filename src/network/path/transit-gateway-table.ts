import type { TransitGatewayRoute } from '../../model/kinds/transit-gateway-route-tables.ts';
import type { TransitGatewayVpcAttachment } from '../../model/kinds/transit-gateway-vpc-attachments.ts';
import type { BlockerOf } from '../blocker.ts';
import type { Doubt } from '../doubt.ts';
import { memoised } from '../memoised.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { type TransitGatewayPlan, transitGatewayPlan, transitGatewayRoutesAt } from '../transit-gateway-routing.ts';
import { accountOf, itemsInVpc, lookup } from '../world.ts';
import type { PathContext } from './context.ts';

type Why = Pick<BlockerOf<'transit-gateway-route'>, 'why' | 'routeTableId' | 'destination' | 'prefixListId'>;

/** Outcome of the table that decides: what drops the packet, or why it cannot be told where it goes. */
type Ruling = { readonly drops: Why } | { readonly doubt: Doubt };

const nothing = { routeTableId: null, destination: null, prefixListId: null } as const;

const outOfSight = (resource: string, what: string): Ruling => ({ doubt: { kind: 'out-of-sight', resource, what } });

const placesOf = ({ attachments }: TransitGatewayRoute): string =>
  attachments.map(({ id, resourceId }) => (resourceId === null ? id : `${id} of ${resourceId}`)).join(', ');

const onward = (transitGatewayId: string, tableId: string, routes: readonly TransitGatewayRoute[]): Ruling => {
  const lines = routes.map((route) => `${route.cidr} to ${placesOf(route) || 'no attachment'}`);
  const states = routes.filter(({ state }) => state !== 'active').map(({ state }) => ` (${state})`);
  const what = `${transitGatewayId} sends ${[...new Set(lines)].join(' or ')} by ${tableId}${states.join('')}, and whether packets pass there is out of sight`;
  return outOfSight(transitGatewayId, what);
};

/** The plan of a table; a doubt where its routes could not be read. */
const planOf = (context: PathContext, id: string): TransitGatewayPlan | Doubt => {
  const { world, axis, transitGatewayPlans } = context;
  const table = lookup(world.transitGatewayRouteTables, id);
  if (table.status === 'unavailable') return table.doubt;
  if (table.status === 'missing') return { kind: 'missing', resource: id };
  const { routes } = table.item;
  if (routes.status === 'unavailable') {
    const { action, reason } = routes;
    return { kind: 'unavailable', section: 'transitGatewayRouteTables', action, reason };
  }
  return memoised(transitGatewayPlans, id, () => transitGatewayPlan(axis, routes.value));
};

const rulingOfTable = (context: PathContext, transitGatewayId: string, tableId: string, atom: number): Ruling => {
  const plan = planOf(context, tableId);
  if ('kind' in plan) return { doubt: plan };
  if (plan.unreadable !== null) return { doubt: { kind: 'missing', resource: `the range of a route of ${tableId}` } };
  const routes = transitGatewayRoutesAt(plan, atom);
  const [first] = routes;
  if (first === undefined) return { drops: { ...nothing, why: 'no-route', routeTableId: tableId } };
  const { cidr: destination, prefixListId } = first;
  if (routes.every(({ state }) => state === 'blackhole'))
    return { drops: { why: 'blackhole', routeTableId: tableId, destination, prefixListId } };
  return onward(transitGatewayId, tableId, routes);
};

/** Only the owner of a transit gateway is shown associations, so that to any other account their absence says nothing. */
const rulingOf = (context: PathContext, attachment: TransitGatewayVpcAttachment, atom: number): Ruling => {
  const { id, transitGatewayId, routing } = attachment;
  if (routing.status === 'unavailable') {
    const { action, reason } = routing;
    return { doubt: { kind: 'unavailable', section: 'transitGatewayVpcAttachments', action, reason } };
  }
  const { association, transitGatewayOwnerId } = routing.value;
  if (transitGatewayOwnerId === null || transitGatewayOwnerId !== accountOf(context.fn))
    return outOfSight(
      transitGatewayId,
      `${transitGatewayId} takes the packet on; its route tables and the way out behind it are out of sight`,
    );
  if (association === null || association.state === 'disassociated')
    return { drops: { ...nothing, why: 'no-association' } };
  if (association.state !== 'associated')
    return { doubt: { kind: 'in-transition', resource: `the association of ${id}`, state: association.state } };
  if (association.routeTableId === null)
    return outOfSight(
      transitGatewayId,
      `a policy table of ${transitGatewayId} decides on the packets, which is not read`,
    );
  return rulingOfTable(context, transitGatewayId, association.routeTableId, atom);
};

/** What the transit gateway does with a packet that has come in by an attachment in use. */
export const transitGatewayTableSteps = (
  context: PathContext,
  attachment: TransitGatewayVpcAttachment,
  atom: number,
): Step[] => {
  const { id, transitGatewayId } = attachment;
  const entered = passes('transit-gateway', transitGatewayId, `${id} is ${attachment.state}`);
  const ruling = rulingOf(context, attachment, atom);
  if ('doubt' in ruling) return [entered, unknown('target', transitGatewayId, ruling.doubt)];
  const { routeTableId } = ruling.drops;
  const seen = { transitGatewayId, attachmentId: id, target: context.target };
  return [
    entered,
    blocks('transit-gateway', routeTableId ?? id, { kind: 'transit-gateway-route', ...seen, ...ruling.drops }),
  ];
};

/** Names what the transit gateways of the VPC do with an address; equal where the same routes win. */
export const transitGatewayKey = (context: PathContext): ((atom: number) => string) => {
  const { world, subnet } = context;
  const attachments = itemsInVpc(world.transitGatewayVpcAttachments, subnet.vpcId);
  const tables = attachments.flatMap(({ routing }) =>
    routing.status === 'known' ? (routing.value.association?.routeTableId ?? []) : [],
  );
  const plans = [...new Set(tables)].map((id) => planOf(context, id)).filter((plan) => 'choices' in plan);
  return (atom) => plans.map(({ choices }) => choices[atom]).join('/');
};
