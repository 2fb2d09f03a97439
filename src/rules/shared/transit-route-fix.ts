import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { type Cause, fixBy, type RuleContext } from '../rule.ts';
import { stoppedPlaces } from './asked.ts';
import { command } from './command.ts';
import { cidrsByPort } from './far-addresses.ts';

export type TransitRouteBlocker = BlockerOf<'transit-gateway-route'>;

type Context = Omit<RuleContext, 'world'>;

const attachment = '<attachment behind which they lie>';

const associate = ({ attachmentId, transitGatewayId }: TransitRouteBlocker): Fix =>
  fixBy(
    `Associate ${attachmentId} with a route table of ${transitGatewayId} that has the routes.`,
    command`aws ec2 describe-transit-gateway-route-tables --filters Name=transit-gateway-id,Values=${transitGatewayId}`,
    command`aws ec2 associate-transit-gateway-route-table --transit-gateway-route-table-id ${'<route table>'} --transit-gateway-attachment-id ${attachmentId}`,
  );

const addRoutes = (context: Context, cause: Cause<TransitRouteBlocker>, tableId: string): Fix => {
  const cidrs = new Set([...cidrsByPort(context, cause).values()].flat());
  return fixBy(
    `Give ${tableId} a route to ${stoppedPlaces(context, cause)}, to the attachment of the network that has the addresses or the way there, which needs a way back as well.`,
    ...[...cidrs].map(
      (cidr) =>
        command`aws ec2 create-transit-gateway-route --transit-gateway-route-table-id ${tableId} --destination-cidr-block ${cidr} --transit-gateway-attachment-id ${attachment}`,
    ),
  );
};

const lift = ({ prefixListId, destination }: TransitRouteBlocker, tableId: string): Fix => {
  const what = `Lead ${destination} of ${tableId} to the attachment of the network that has the addresses, if they are not dropped on purpose.`;
  if (prefixListId !== null)
    return fixBy(
      what,
      command`aws ec2 modify-transit-gateway-prefix-list-reference --transit-gateway-route-table-id ${tableId} --prefix-list-id ${prefixListId} --no-blackhole --transit-gateway-attachment-id ${attachment}`,
    );
  return fixBy(
    what,
    command`aws ec2 replace-transit-gateway-route --transit-gateway-route-table-id ${tableId} --destination-cidr-block ${destination ?? ''} --no-blackhole --transit-gateway-attachment-id ${attachment}`,
  );
};

/**
 * What makes a transit gateway pass the packets on. Whoever sees that it drops them owns it.
 * https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html
 */
export const transitRouteFix = (context: Context, cause: Cause<TransitRouteBlocker>): Fix => {
  const { why, routeTableId } = cause.blocker;
  if (routeTableId === null) return associate(cause.blocker);
  return why === 'blackhole' ? lift(cause.blocker, routeTableId) : addRoutes(context, cause, routeTableId);
};
