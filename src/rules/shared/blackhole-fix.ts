import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import type { Cause } from '../rule.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { internetGatewayFix } from './internet-gateway-fix.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';
import { wayOutFix } from './way-out-fix.ts';

/** Whether AWS still names the target of a blackhole, by an id. */
export const isNamed = (target: string): boolean => /^[a-z]+-/.test(target);

/** The table of a NAT device's subnet has to lead to the internet gateway, the function's own to a NAT gateway, or to an egress-only internet gateway for IPv6. */
export const blackholeFix = (context: FixContext, cause: Cause<BlockerOf<'blackhole'>>): Fix => {
  const { routeTableId: tableId, destination, target, side } = cause.blocker;
  const subnet = firstSubnetOf(context, cause);
  if (side === 'nat' && subnet !== null)
    return internetGatewayFix(context, cause, subnet.vpcId, target, [{ tableId, destination }]);
  const canReturn = isNamed(target) && !target.startsWith('nat-');
  const otherwise = canReturn ? ` Or bring ${target} back if it is only stopped or detached.` : '';
  const change = { verb: 'replace-route', tableId, destination, insteadOf: target } as const;
  return wayOutFix(cause.family, context, cause, change, otherwise);
};
