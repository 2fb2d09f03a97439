import { defineRule } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { diversionOfCause } from './shared/diverted.ts';
import { serviceBehindPeering } from './shared/service-past-peering.ts';
import { wayOutFix } from './shared/way-out-fix.ts';

export default defineRule({
  id: 'default-route-to-peering',
  severity: 'error',
  title: 'The route to the internet leads into a VPC peering connection',
  symptom: 'Every call to a public address hangs until it times out, while addresses of the peer VPC answer.',
  why: 'A peering connection carries only traffic between the addresses of its two VPCs. The internet gateway, the NAT gateways and the gateway endpoints of the peer cannot be used through it.',
  fix: 'Send 0.0.0.0/0 to a NAT gateway of the own VPC, and ::/0 to an egress-only internet gateway, and keep a route to the peering connection for the CIDR blocks of the peer VPC. One way out for several VPCs takes a transit gateway.',
  traps:
    'A route for the CIDR blocks of the peer VPC is as it should be and is not meant, and one for the prefix list of a service has a finding of its own, peering-problem. A route that takes only a part of the internet away from a default route that works has a finding of its own, more-specific-route-diverts.',
  references: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  raCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
  needs: ['routeTables'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('default-route-to-peering')) {
      if (diversionOfCause(context, cause) !== undefined || serviceBehindPeering(context, cause) !== null) continue;
      const { peeringConnectionId, routeTableId: tableId, destination } = cause.blocker;
      yield {
        resource: tableId,
        destination,
        where: cause,
        message: `Route table ${tableId} sends ${destination} → ${peeringConnectionId}, but a peering connection carries only traffic between the two VPCs: packets to ${stoppedPlaces(context, cause)} are dropped.`,
        fix: wayOutFix(
          cause.family,
          context,
          cause,
          { verb: 'replace-route', tableId, destination, insteadOf: peeringConnectionId },
          ` Keep routes to ${peeringConnectionId} for the CIDR blocks of the peer VPC only.`,
        ),
      };
    }
  },
});
