import type { Route } from '../model/kinds/route-tables.ts';
import type { Span } from './axis.ts';

/** Whether a VPN or Direct Connect connection announces a route. */
export const isAnnounced = ({ origin }: Route): boolean => origin === 'EnableVgwRoutePropagation';

interface Placed {
  readonly route: Route;
  readonly span: Span;
}

/**
 * Without what is announced for addresses of the VPC itself: its local route comes first, however specific the other is.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
export const withoutAnnouncedOwn = <Entry extends Placed>(entries: readonly Entry[]): Entry[] => {
  const local = entries.filter(({ route }) => route.target.kind === 'local');
  return entries.filter(
    ({ route, span }) =>
      !isAnnounced(route) || !local.some((own) => own.span.from <= span.from && span.to <= own.span.to),
  );
};
