import { destinationText, targetText } from '../network/words.ts';
import type { Diversion } from '../rules/rule.ts';
import { mergeOccurrences, occurrenceOf } from './causes.ts';
import type { ExplainedClass, Outcome, SubnetOutcome } from './outcome.ts';

const defaults: readonly string[] = ['0.0.0.0/0', '::/0'];

/** The route by which packets leave the function's own subnet. */
export const ownRouteOf = ({ reach }: ExplainedClass) => {
  const step = reach.path.steps.find(({ hop, route }) => hop === 'route' && route !== undefined);
  return step?.route === undefined ? null : { tableId: step.resource, route: step.route };
};

const hasDefaultRoute = ({ classes, exceptions }: SubnetOutcome): boolean =>
  [...classes, ...exceptions].some((explained) => {
    const own = ownRouteOf(explained);
    return own !== null && defaults.includes(destinationText(own.route));
  });

/** Parts of the internet that leave a subnet by a more specific route than the default one and do not arrive. */
export const diversionsOf = (outcomes: readonly Outcome[]): Diversion[] => {
  const diversions = new Map<string, Diversion>();
  for (const outcome of outcomes)
    for (const subnet of outcome.subnets.filter(hasDefaultRoute))
      for (const explained of [...subnet.classes, ...subnet.exceptions]) {
        const own = ownRouteOf(explained);
        const { root, verdict } = explained;
        if (own === null || root === null || verdict === 'reachable') continue;
        const destination = destinationText(own.route);
        if (defaults.includes(destination)) continue;
        const key = `${own.tableId} ${destination}`;
        const place = occurrenceOf(outcome, subnet, explained, root);
        const known = diversions.get(key);
        const fresh: Diversion = {
          ...place,
          routeTableId: own.tableId,
          destination,
          target: targetText(own.route.target),
          verdict,
          isException: subnet.exceptions.includes(explained),
        };
        diversions.set(key, known === undefined ? fresh : { ...known, ...mergeOccurrences(known, place) });
      }
  return [...diversions.values()];
};
