import type { Note } from '../model/report.ts';
import { destinationText } from '../network/words.ts';
import { lookup, type World } from '../network/world.ts';
import { defineRule, fixBy } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { routeCommand } from './shared/route-command.ts';

/** Commands that point the routes of a table away from a NAT gateway. */
const replaceCommands = (world: Pick<World, 'routeTables'>, tableId: string, natId: string, zone: string): string[] => {
  const table = lookup(world.routeTables, tableId);
  const routes = table.status === 'found' ? table.item.routes : [];
  return routes
    .filter(({ target }) => target.kind === 'nat-gateway' && target.id === natId)
    .map((route) => {
      const change = { verb: 'replace-route', tableId, destination: destinationText(route) } as const;
      return routeCommand(change, '--nat-gateway-id', `<NAT gateway in ${zone}>`);
    });
};

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
  *check({ observations, subnets, world }) {
    const nats = world.natGateways.status === 'collected' ? [...world.natGateways.byId.values()] : [];
    for (const nat of nats) {
      const host = nat.subnetId === null ? null : lookup(world.subnets, nat.subnetId);
      const zone = host?.status === 'found' ? host.item.availabilityZoneId : null;
      if (nat.availabilityMode === 'regional' || zone === null) continue;
      const far = observations.flatMap(({ subnetId, target, verdict, resources }) => {
        const subnet = subnets.find(({ id }) => id === subnetId);
        const own = subnet?.availabilityZoneId ?? null;
        if (verdict === 'blocked' || !resources.has(nat.id) || own === null || own === zone) return [];
        return [{ subnetId, target, zone: own, tableId: [...resources].find((id) => id.startsWith('rtb-')) ?? '' }];
      });
      if (far.length === 0) continue;
      const evidence: Note[] = far.map(({ subnetId, zone: own }) => ({
        resource: subnetId,
        note: `is in zone ${own}`,
      }));
      const zones = [...new Set(far.map((place) => place.zone))].join(', ');
      yield {
        resource: nat.id,
        where: {
          subnetIds: [...new Set(far.map(({ subnetId }) => subnetId))],
          targets: [...new Set(far.map(({ target }) => target))],
          severity: 'note',
          onlyByDefault: false,
          evidence: [...evidence, { resource: nat.id, note: `is in zone ${zone}` }],
          also: [],
        },
        message: `NAT gateway ${nat.id} in zone ${zone} also serves subnets in ${zones}: a problem of ${zone} takes the internet from them too.`,
        fix: fixBy(
          `Make a NAT gateway in ${zones} and let the subnets there use it.`,
          'aws ec2 create-nat-gateway --subnet-id <public subnet of that zone> --allocation-id <Elastic IP>',
          ...new Set(far.flatMap((place) => replaceCommands(world, place.tableId, nat.id, place.zone))),
        ),
      };
    }
  },
});
