import { defineRule } from './rule.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { growingNatGateways } from './shared/growing-nat-gateways.ts';
import { associateCommands, failedInZones, uncoveredZones } from './shared/nat-address.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'regional-nat-az-gap',
  severity: 'error',
  title: 'The regional NAT gateway has no address in the zone of the subnet',
  symptom: 'Every call to a public address hangs until it times out from one zone, and works from the others.',
  why: 'A regional NAT gateway sends from addresses of the zone in which a connection starts. In manual mode its owner gives it addresses zone by zone, and a zone that was left out is not served. In automatic mode AWS adds a zone within an hour and carries its traffic across zones until then.',
  fix: 'Associate an Elastic IP address with the NAT gateway in the missing zone, or take the subnet of that zone off the function.',
  traps:
    'One regional NAT gateway for all zones is as it should be. In automatic mode a missing zone is a note. A NAT gateway that does not say its mode leaves the answer open. That a zone without an address is not served is inferred from the explanation code of VPC Reachability Analyzer.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
  ],
  raCode: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
  needs: ['natGateways', 'subnets'],
  *check(context) {
    for (const cause of context.causes('regional-nat-zone')) {
      const { natGatewayId: id, coveredZones } = cause.blocker;
      const zones = uncoveredZones(context, cause);
      if (failedInZones(context.world, id, zones) !== null) continue;
      yield {
        resource: id,
        where: cause,
        message: `Regional NAT gateway ${id} is in manual mode and has ${coveredZones.length === 0 ? 'no address in use' : `addresses only in ${someOf(coveredZones)}`}: packets from ${someOf(cause.subnetIds)} in ${someOf(zones)} are dropped (inferred from the code REGIONAL_NGW_ROUTE_AZ_RESTRICTION of Reachability Analyzer).`,
        fix: fixInVpc(
          context,
          cause,
          `Associate an Elastic IP address with ${id} in ${someOf(zones)}.`,
          associateCommands(id, zones),
        ),
      };
    }
    yield* growingNatGateways(context);
  },
});
