import { command } from './command.ts';

/** The option of the AWS CLI that names a route's destination. */
export const destinationOption = (destination: string): string => {
  if (destination.startsWith('pl-')) return '--destination-prefix-list-id';
  return destination.includes(':') ? '--destination-ipv6-cidr-block' : '--destination-cidr-block';
};

/** A route to add, or to point at another target. */
export interface RouteChange {
  readonly verb: 'create-route' | 'replace-route';
  readonly tableId: string;
  readonly destination: string;
  /** The target that it has now. */
  readonly insteadOf?: string;
}

/** The command that sends a route to a gateway or to a peering connection. */
export const routeCommand = (
  { verb, tableId, destination }: RouteChange,
  option: '--nat-gateway-id' | '--gateway-id' | '--egress-only-internet-gateway-id' | '--vpc-peering-connection-id',
  id: string,
): string =>
  command`aws ec2 ${verb} --route-table-id ${tableId} ${destinationOption(destination)} ${destination} ${option} ${id}`;

export const deleteRouteCommand = ({ tableId, destination }: Pick<RouteChange, 'tableId' | 'destination'>): string =>
  command`aws ec2 delete-route --route-table-id ${tableId} ${destinationOption(destination)} ${destination}`;
