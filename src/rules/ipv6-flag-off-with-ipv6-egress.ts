import { defineRule, fixBy } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { hasWayOutBehindFlag } from './shared/ipv6-flag.ts';
import { allowIpv6Command } from './shared/ipv6-range-commands.ts';
import { thenPublish } from './shared/vpc-config.ts';

export default defineRule({
  id: 'ipv6-flag-off-with-ipv6-egress',
  severity: 'error',
  title: 'The subnets have a way out over IPv6 and the function may not use it',
  symptom: 'Calls to addresses that have IPv6 only fail at once, as if the network had no IPv6.',
  why: 'Lambda gives the network interfaces of a function IPv6 addresses only if its VPC configuration says Ipv6AllowedForDualStack. The setting is off unless somebody turns it on, whatever the subnets can do.',
  fix: 'Set Ipv6AllowedForDualStack to true in the VPC configuration of the function. All of its subnets have to be dual-stack.',
  traps:
    'Nothing is said unless the internet over IPv6, or an IPv6 address, is asked for. If the subnets lack an IPv6 range or a way out as well, ipv6-no-egress names all of it.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  raCode: null,
  needs: [],
  onlyOfTrouble: true,
  *check(context) {
    const { fn } = context;
    for (const cause of context.causes('ipv6-flag-off'))
      if (hasWayOutBehindFlag(cause))
        yield {
          resource: fn.arn,
          where: cause,
          message: `${fn.name} may not send IPv6, since Ipv6AllowedForDualStack is off, although its subnets lead to ${stoppedPlaces(context, cause)}.`,
          fix: fixBy(`Let the function use IPv6.${thenPublish(fn)}`, allowIpv6Command(fn)),
        };
  },
});
