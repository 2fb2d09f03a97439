import type { Route } from '../../model/kinds/route-tables.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import { destinationText } from '../../network/words.ts';
import type { RuleContext } from '../rule.ts';
import { command } from './command.ts';
import { winningRoutes } from './longest-prefix.ts';
import { destinationOption } from './route-command.ts';

const options: ReadonlyMap<string, string> = new Map([
  ['transit-gateway', '--transit-gateway-id'],
  ['vpc-peering-connection', '--vpc-peering-connection-id'],
  ['virtual-private-gateway', '--gateway-id'],
]);

/** A route to another network that one of the function's tables has. */
export interface NetworkRoute {
  readonly tableId: string;
  readonly route: Route;
  /** The command that gives another table the same route. */
  readonly commandFor: (tableId: string) => string;
}

/** The route by which another subnet of the function sends packets for an address to a network beyond the VPC. */
export const routeOfAnotherTable = (
  { subnets, hints }: Pick<RuleContext, 'subnets' | 'hints'>,
  cidr: string,
): NetworkRoute | null => {
  for (const subnet of subnets) {
    const found = effectiveRouteTable(hints, subnet);
    if (found.status !== 'found') continue;
    const [route] = winningRoutes(hints, found.table, cidr) ?? [];
    const option = route?.state === 'active' ? options.get(route.target.kind) : undefined;
    if (route === null || route === undefined || option === undefined || !('id' in route.target)) continue;
    const { id } = route.target;
    const destination = destinationText(route);
    const commandFor = (tableId: string): string =>
      command`aws ec2 create-route --route-table-id ${tableId} ${destinationOption(destination)} ${destination} ${option} ${id}`;
    return { tableId: found.table.id, route, commandFor };
  }
  return null;
};
