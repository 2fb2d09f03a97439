import { blockerText } from '../network/blocker-text.ts';
import { defineRule } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { missingRoute } from './shared/missing-route.ts';
import { peeringFix } from './shared/peering-fix.ts';
import { routeCommand } from './shared/route-command.ts';
import { ownEndpointFix, serviceBehindPeering } from './shared/service-past-peering.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'peering-problem',
  severity: 'error',
  title: 'The way through a VPC peering connection is not complete',
  symptom: 'Connections to an address of a peered VPC hang until they time out, from all subnets or from some.',
  why: "A peering connection has to be active, and both VPCs need routes to it: the table of the function's subnet for the addresses of the other VPC, and the table of the target's subnet for those of the function. It leads to the addresses of the other VPC and no further: not to a third network, to a NAT gateway or to a gateway endpoint there.",
  fix: 'Accept the connection, and add the route that is missing on one side or the other.',
  traps:
    'Which VPC asked for the connection does not matter. If the other VPC is of another account or Region its tables cannot be seen, and the answer is unknown. A connection that was deleted leaves a blackhole, of which blackhole-route speaks. A default route into a peering connection has a finding of its own, default-route-to-peering.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  ],
  raCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
  needs: ['routeTables', 'vpcPeeringConnections'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('peering'))
      yield {
        resource: cause.blocker.peeringConnectionId,
        where: cause,
        message: `Packets to ${stoppedPlaces(context, cause)} need peering connection ${cause.blocker.peeringConnectionId}: ${blockerText(cause.blocker)}.`,
        fix: peeringFix(context, cause),
      };
    for (const cause of [...context.causes('no-route'), ...context.causes('private-address')]) {
      const missing = missingRoute(context, cause);
      if (missing.to !== 'peer') continue;
      const { cidr: destination, connection, tableIds } = missing;
      yield {
        resource: tableIds.join(', '),
        destination,
        where: cause,
        message: `Route table ${tableIds.join(', ')} has no route of its own to ${stoppedPlaces(context, cause)}, which lies in ${destination} behind peering connection ${connection.id}: the packets are dropped.`,
        fix: fixInVpc(
          context,
          cause,
          `Send ${destination} of ${someOf(tableIds)} to ${connection.id}.`,
          tableIds.map((tableId) =>
            routeCommand({ verb: 'create-route', tableId, destination }, '--vpc-peering-connection-id', connection.id),
          ),
        ),
      };
    }
    for (const cause of context.causes('default-route-to-peering')) {
      const service = serviceBehindPeering(context, cause);
      if (service === null) continue;
      const { routeTableId: tableId, destination, peeringConnectionId } = cause.blocker;
      yield {
        resource: tableId,
        destination,
        where: cause,
        message: `Route table ${tableId} sends ${destination} → ${peeringConnectionId}, and a gateway endpoint of the other VPC cannot be used through peering: packets to ${service.service} are dropped.`,
        fix: ownEndpointFix(context, cause, service),
      };
    }
  },
});
