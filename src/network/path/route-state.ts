import type { Route } from '../../model/kinds/route-tables.ts';
import type { Side } from '../blocker.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { destinationText, routeText, targetText } from '../words.ts';

/**
 * Null for an active route. A blackhole drops what it matches; what the state `filtered` does is not documented.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
export const inactiveRouteStep = (tableId: string, route: Route, side: Side): Step | null => {
  const destination = destinationText(route);
  const target = targetText(route.target);
  switch (route.state) {
    case 'active':
      return null;
    case 'blackhole':
      return blocks('route', tableId, { kind: 'blackhole', routeTableId: tableId, destination, target, side });
    case 'filtered':
      return unknown('route', tableId, { kind: 'route-filtered', resource: tableId, destination, target });
    default: {
      const what = `${routeText(route)} of ${tableId} is in a state that this version does not know, ${route.state}`;
      return unknown('route', tableId, { kind: 'not-evaluated', resource: tableId, what });
    }
  }
};
