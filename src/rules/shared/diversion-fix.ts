import type { Fix } from '../../model/report.ts';
import { routeText } from '../../network/words.ts';
import { lookup } from '../../network/world.ts';
import type { Occurrence } from '../rule.ts';
import { command } from './command.ts';
import type { DivertingRoute } from './diverted.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { deleteRouteCommand } from './route-command.ts';

/**
 * Takes a route away, so that the default one serves its addresses as well. A propagated route goes when propagation
 * is turned off. https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html
 */
export const diversionFix = (
  context: FixContext,
  where: Occurrence,
  { routeTableId, destination, target }: DivertingRoute,
): Fix => {
  const table = lookup(context.hints.routeTables, routeTableId);
  const routes = table.status === 'found' ? table.item.routes : [];
  const origin = routes.find((route) => routeText(route) === `${destination} → ${target}`)?.origin;
  const isPropagated = origin === 'EnableVgwRoutePropagation';
  return fixInVpc(
    context,
    where,
    `If these addresses belong to the internet for the function, ${isPropagated ? 'stop the propagation or announce less' : 'delete the route'}; else make sure that ${target} leads to them and back.`,
    [
      isPropagated
        ? command`aws ec2 disable-vgw-route-propagation --route-table-id ${routeTableId} --gateway-id ${target}`
        : deleteRouteCommand({ tableId: routeTableId, destination }),
    ],
  );
};
