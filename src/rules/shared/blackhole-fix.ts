import type { Fix } from '../../model/report.ts';
import { parseCidr } from '../../network/address.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { specialRanges } from '../../network/path/private-address.ts';
import type { Cause, RuleContext } from '../rule.ts';
import { stoppedPlaces } from './asked.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { internetGatewayFix } from './internet-gateway-fix.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';
import { deleteRouteCommand, routeCommand } from './route-command.ts';
import { wayOutFix } from './way-out-fix.ts';

/** Whether AWS still names the target of a blackhole, by an id. */
export const isNamed = (target: string): boolean => /^[a-z]+-/.test(target);

type Context = FixContext & Pick<RuleContext, 'questions' | 'observations'>;
type BlackholeCause = Cause<BlockerOf<'blackhole'>>;

/** A route for a prefix list that a gateway endpoint left behind is in the way of the default route. */
const deleteFix = (context: Context, cause: BlackholeCause): Fix => {
  const { routeTableId: tableId, destination } = cause.blocker;
  return fixInVpc(
    context,
    cause,
    `Delete the route, so that the default route serves ${stoppedPlaces(context, cause)}; or create a gateway endpoint anew, which is free.`,
    [deleteRouteCommand({ tableId, destination })],
  );
};

const isPrivate = (destination: string): boolean => {
  const range = parseCidr(destination);
  return (
    range !== null &&
    specialRanges.some(({ family, from, to }) => family === range.family && from <= range.from && range.to <= to)
  );
};

/** What leads to another network cannot be replaced by a way to the internet. */
const networkFix = (context: Context, cause: BlackholeCause): Fix => {
  const { routeTableId: tableId, destination, target } = cause.blocker;
  const change = { verb: 'replace-route', tableId, destination } as const;
  const places = stoppedPlaces(context, cause);
  if (target.startsWith('pcx-'))
    return fixInVpc(
      context,
      cause,
      `Create a new peering connection to the VPC that has ${places}, let it be accepted, and point ${destination} of ${tableId} at it.`,
      [routeCommand(change, '--vpc-peering-connection-id', '<new peering connection>')],
    );
  return fixInVpc(
    context,
    cause,
    `Bring ${isNamed(target) ? target : 'the target of the route'} back, or point ${destination} of ${tableId} at what leads to ${places} now.`,
    [command`aws ec2 describe-route-tables --route-table-ids ${tableId}`],
  );
};

/** The table of a NAT device's subnet has to lead to the internet gateway, the function's own to a NAT gateway, or to an egress-only internet gateway for IPv6. */
export const blackholeFix = (context: Context, cause: BlackholeCause): Fix => {
  const { routeTableId: tableId, destination, target, side } = cause.blocker;
  const subnet = firstSubnetOf(context, cause);
  if (side === 'nat' && subnet !== null)
    return internetGatewayFix(context, cause, subnet.vpcId, target, [{ tableId, destination }]);
  if (destination.startsWith('pl-') && target.startsWith('vpce-')) return deleteFix(context, cause);
  if (isPrivate(destination)) return networkFix(context, cause);
  const canReturn = isNamed(target) && !target.startsWith('nat-');
  const otherwise = canReturn ? ` Or bring ${target} back if it is only stopped or detached.` : '';
  const change = { verb: 'replace-route', tableId, destination, insteadOf: target } as const;
  return wayOutFix(cause.family, context, cause, change, otherwise);
};
