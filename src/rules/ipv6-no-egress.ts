import { allOf } from '../network/words.ts';
import { defineRule, fixBy } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { egressOnlyGatewayFix } from './shared/egress-only-gateway-fix.ts';
import { ipv6GatewayFaults, privateIpv6Ranges } from './shared/ipv6-faults.ts';
import { hasWayOutBehindFlag } from './shared/ipv6-flag.ts';
import { ipv6FromScratchFix } from './shared/ipv6-from-scratch-fix.ts';
import { allowIpv6Command } from './shared/ipv6-range-commands.ts';
import { missingRoute } from './shared/missing-route.ts';

export default defineRule({
  id: 'ipv6-no-egress',
  severity: 'error',
  title: 'IPv6 packets of the function have no way to the internet',
  symptom: 'Calls to addresses that have IPv6 only fail or hang, and calls to others wait for IPv4 to be tried.',
  why: 'IPv6 has routes of its own: 0.0.0.0/0 carries none of it, and a NAT gateway takes IPv6 only for 64:ff9b::/96. The way out is a route for ::/0 to an egress-only internet gateway of the VPC. Private IPv6 ranges are never advertised to the internet.',
  fix: 'Create an egress-only internet gateway, send ::/0 to it in the route tables of the subnets, and let the function use IPv6.',
  traps:
    'A route for ::/0 straight to the internet gateway works as well, since IPv6 addresses are public by themselves. Security groups, network ACLs, blackholes and VPC Block Public Access that stop IPv6 have findings of their own. Nothing is said unless the internet over IPv6 is asked for.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  ],
  raCode: null,
  needs: ['egressOnlyInternetGateways', 'routeTables', 'subnets'],
  onlyOfTrouble: true,
  *check(context) {
    const { fn } = context;
    for (const cause of context.causes('ipv6-outside-vpc').filter(({ family }) => family === 'ipv6'))
      yield {
        resource: fn.arn,
        where: cause,
        message: `${fn.name} is not attached to a VPC, and Lambda gives such functions no way out over IPv6.`,
        fix: fixBy(
          'Attach the function to dual-stack subnets that send ::/0 to an egress-only internet gateway, and let it use IPv6.',
          allowIpv6Command(fn),
        ),
      };
    for (const cause of context.causes('ipv6-flag-off').filter((found) => !hasWayOutBehindFlag(found)))
      yield {
        resource: fn.arn,
        where: cause,
        message: `${fn.name} has no way out over IPv6: Ipv6AllowedForDualStack is off, and so is the rest (${allOf(cause.also.map(({ note }) => note).slice(0, 3))}).`,
        fix: ipv6FromScratchFix(context, cause),
      };
    for (const cause of context.causes('no-route')) {
      if (cause.family !== 'ipv6' || missingRoute(context, cause).to !== 'internet') continue;
      const { routeTableId: tableId } = cause.blocker;
      yield {
        resource: tableId,
        where: cause,
        message: `Route table ${tableId} has no route to ${stoppedPlaces(context, cause)}: packets that match no route are dropped.`,
        fix: egressOnlyGatewayFix(context, cause, [{ verb: 'create-route', tableId, destination: '::/0' }]),
      };
    }
    yield* ipv6GatewayFaults(context);
    yield* privateIpv6Ranges(context);
  },
});
