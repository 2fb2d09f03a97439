import { allOf } from '../network/words.ts';
import { defineRule } from './rule.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { associateCommands, failedInZones, uncoveredZones } from './shared/nat-address.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';
import { natGatewaysOnPaths } from './shared/nat-gateways-on-paths.ts';
import { ownRoutesTo } from './shared/route-places.ts';
import { reasonText, secondaryAddresses } from './shared/secondary-addresses.ts';

export default defineRule({
  id: 'nat-address-failed',
  severity: 'error',
  title: 'An address of the NAT gateway failed',
  symptom:
    'If the primary address failed, every call to a public address hangs until it times out although the NAT gateway is available. If a secondary one failed, connections to one destination may run out sooner.',
  why: 'A NAT gateway sends from its addresses. AWS gives each of them a state of its own, so a NAT gateway can be available while an address of it failed, for example because its Elastic IP address was released or is in use elsewhere.',
  fix: 'Read the failure message of the address. A primary address cannot be replaced, so make a new NAT gateway and point the route at it; another secondary address can be associated at once.',
  traps:
    'An address that is being assigned or taken away has not failed. A NAT gateway that no path of the function uses is not meant. A secondary address is a warning at most.',
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGatewayAddress.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  ],
  raCode: null,
  needs: ['natGateways'],
  *check(context) {
    const { natGateways } = context.world;
    const spokenOf = new Set<string>();
    for (const cause of context.causes('nat-gateway-address')) {
      const { natGatewayId: id, failure } = cause.blocker;
      const route = ownRoutesTo(context, cause, id)[0] ?? { tableId: '<route table>', destination: '0.0.0.0/0' };
      spokenOf.add(id);
      yield {
        resource: id,
        where: cause,
        message: `The primary address of NAT gateway ${id} failed${reasonText(failure)}: it has nothing to send from, and the packets are dropped.`,
        fix: natGatewayFix(context, cause, { verb: 'replace-route', ...route, insteadOf: id }),
      };
    }
    for (const cause of context.causes('regional-nat-zone')) {
      const { natGatewayId: id } = cause.blocker;
      const zones = uncoveredZones(context, cause);
      const found = failedInZones(context.world, id, zones);
      spokenOf.add(id);
      if (found === null) continue;
      const reason = reasonText(found.failed[0]?.failureMessage ?? null);
      yield {
        resource: id,
        where: cause,
        message: `Regional NAT gateway ${id} is in manual mode, and all of its addresses in ${allOf(zones)} failed${reason}: packets from there are dropped (inferred, since it sends from addresses of the zone where a connection starts).`,
        fix: fixInVpc(context, cause, `Give ${id} another address there.`, associateCommands(id, zones)),
      };
    }
    for (const nat of natGatewaysOnPaths(natGateways, context.observations))
      if (!spokenOf.has(nat.id)) yield* secondaryAddresses(context, nat);
  },
});
