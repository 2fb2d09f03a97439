import type { Route } from '../../model/kinds/route-tables.ts';
import { type Step, unknown } from '../step.ts';
import { routeText, targetText } from '../words.ts';

/** A target behind which nothing can be seen. */
export const outOfSightSteps = (tableId: string, route: Route, where: string): Step[] => {
  const resource = targetText(route.target);
  const what = `${tableId} sends ${routeText(route)}, ${where}, and what happens behind it is out of sight`;
  return [unknown('target', resource, { kind: 'out-of-sight', resource, what })];
};
