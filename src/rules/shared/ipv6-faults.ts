import type { Draft, RuleContext } from '../rule.ts';
import { egressOnlyGatewayFix } from './egress-only-gateway-fix.ts';
import { fixInVpc } from './fix-in-vpc.ts';
import { ipv6RangeCommands } from './ipv6-range-commands.ts';
import { ownRoutesTo } from './route-places.ts';

/** Gateways that carry no IPv6 out of the VPC. */
export function* ipv6GatewayFaults(context: RuleContext<never>): Generator<Draft> {
  for (const cause of context.causes('nat-gateway-ipv6')) {
    const { routeTableId: tableId, destination, natGatewayId: id } = cause.blocker;
    yield {
      resource: tableId,
      destination,
      where: cause,
      message: `Route table ${tableId} sends ${destination} → ${id}, and a NAT gateway takes IPv6 only for 64:ff9b::/96: the packets are dropped (inferred from the pages about NAT64).`,
      fix: egressOnlyGatewayFix(context, cause, [{ verb: 'replace-route', tableId, destination, insteadOf: id }]),
    };
  }
  for (const cause of context.causes('egress-only-internet-gateway-not-attached')) {
    const { gatewayId: id } = cause.blocker;
    const routes = ownRoutesTo(context, cause, id).map((route) => ({ verb: 'replace-route', ...route }) as const);
    yield {
      resource: id,
      where: cause,
      message: `Egress-only internet gateway ${id}, to which the subnets send IPv6, is not attached to their VPC: the packets are dropped.`,
      fix: egressOnlyGatewayFix(context, cause, routes),
    };
  }
}

/** Subnets whose only IPv6 range is private. */
export function* privateIpv6Ranges(context: RuleContext<never>): Generator<Draft> {
  const { hints, subnets } = context;
  for (const cause of context.causes('ipv6-private-range')) {
    const { subnetId, cidr } = cause.blocker;
    const own = subnets.filter(({ id }) => id === subnetId);
    yield {
      resource: subnetId,
      where: cause,
      message: `Subnet ${subnetId} has only ${cidr}, a private IPv6 range that is never advertised to the internet: replies cannot find their way back.`,
      fix: fixInVpc(context, cause, `Give ${subnetId} a public IPv6 range.`, ipv6RangeCommands(hints, own)),
    };
  }
}
