import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import type { Cause, RuleContext } from '../rule.ts';
import { askedIn, serviceOf } from './asked.ts';
import { createGatewayEndpoint } from './endpoint-commands.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';
import { deleteRouteCommand } from './route-command.ts';

type RouteCause = Cause<BlockerOf<'default-route-to-peering'>>;
type Context = FixContext & Pick<RuleContext, 'questions' | 'region'>;

/** The service whose prefix list a route sends into a peering connection, as if to the other VPC's gateway endpoint. */
export const serviceBehindPeering = (context: Context, cause: RouteCause) => {
  if (!cause.blocker.destination.startsWith('pl-')) return null;
  const services = askedIn(context, cause).map((target) => serviceOf(target, context.region));
  return services.every((service) => service !== null) ? (services[0] ?? null) : null;
};

/** Gives the VPC a gateway endpoint of its own in place of the route. */
export const ownEndpointFix = (
  context: Context,
  cause: RouteCause,
  service: NonNullable<ReturnType<typeof serviceBehindPeering>>,
): Fix => {
  const { routeTableId, destination } = cause.blocker;
  const vpcId = firstSubnetOf(context, cause)?.vpcId ?? '<VPC>';
  return fixInVpc(
    context,
    cause,
    `Delete the route and create a gateway endpoint for ${service.service} in ${vpcId}, which is free.`,
    [deleteRouteCommand({ tableId: routeTableId, destination }), createGatewayEndpoint(vpcId, service, [routeTableId])],
  );
};
