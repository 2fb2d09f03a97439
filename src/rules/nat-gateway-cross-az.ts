import { lookup } from '../network/world.ts';
import { defineRule } from './rule.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { natGatewaysOnPaths } from './shared/nat-gateways-on-paths.ts';
import { acrossZones, farSubnet, useOwnZone } from './shared/zones.ts';

export default defineRule({
  id: 'nat-gateway-cross-az',
  severity: 'note',
  title: 'A subnet of the function depends on a NAT gateway in another Availability Zone',
  symptom:
    'All works. When the zone of the NAT gateway has a problem, subnets in other zones lose the internet as well.',
  why: 'A zonal NAT gateway lives in one zone. Traffic that reaches it from another zone stops with that zone and is billed as traffic between zones.',
  fix: 'Make a NAT gateway in each zone that the function uses and let each subnet use that of its own zone, or use one regional NAT gateway.',
  traps:
    'One NAT gateway for all zones costs less and is a fair choice where an outage of a zone may stop the function. A regional NAT gateway serves all zones and is never meant. Zones are compared by their id.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  ],
  raCode: null,
  needs: ['natGateways', 'routeTables', 'subnets'],
  *check(context) {
    const { observations, world } = context;
    for (const nat of natGatewaysOnPaths(world.natGateways, observations)) {
      const host = nat.subnetId === null ? null : lookup(world.subnets, nat.subnetId);
      const zone = host?.status === 'found' ? host.item.availabilityZoneId : null;
      if (nat.availabilityMode === 'regional' || zone === null) continue;
      const far = observations.flatMap((seen) => farSubnet(context, seen, nat.id, zone));
      if (far.length === 0) continue;
      const where = acrossZones(far, { resource: nat.id, note: `is in zone ${zone}` });
      const zones = [...new Set(far.map((subnet) => subnet.zone))].join(', ');
      const commands = [...new Set(far.flatMap((subnet) => useOwnZone(context, subnet, nat.id)))];
      yield {
        resource: nat.id,
        where,
        message: `NAT gateway ${nat.id} in zone ${zone} also serves subnets in ${zones}, so a problem of ${zone} takes the internet from them too.`,
        fix: fixInVpc(context, where, `Let the subnets in ${zones} use a NAT gateway of their own zone.`, commands),
      };
    }
  },
});
