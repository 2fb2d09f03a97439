import type { Fix } from '../../model/report.ts';
import type { Family } from '../../network/address.ts';
import type { Occurrence } from '../rule.ts';
import { egressOnlyGatewayFix } from './egress-only-gateway-fix.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { natGatewayFix } from './nat-gateway-fix.ts';
import type { RouteChange } from './route-command.ts';

/** The family of a route's destination, which is IPv4 where a prefix list does not tell. */
export const familyOfDestination = (destination: string): Family => (destination.includes(':') ? 'ipv6' : 'ipv4');

/** Sends a route of the function's own table out: to a NAT gateway, or for IPv6 to an egress-only internet gateway. */
export const wayOutFix = (
  family: Family,
  context: FixContext,
  where: Occurrence,
  change: RouteChange,
  otherwise = '',
): Fix =>
  family === 'ipv6'
    ? egressOnlyGatewayFix(context, where, [change], otherwise)
    : natGatewayFix(context, where, change, otherwise);
