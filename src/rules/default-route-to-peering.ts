import { defineRule } from './rule.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';

export default defineRule({
  id: 'default-route-to-peering',
  severity: 'error',
  title: 'The route to the internet leads into a VPC peering connection',
  symptom: 'Every call to a public address hangs until it times out, while addresses of the peer VPC answer.',
  why: 'A peering connection carries only traffic between the addresses of its two VPCs. The internet gateway, the NAT gateways and the gateway endpoints of the peer cannot be used through it.',
  fix: 'Send 0.0.0.0/0 to a NAT gateway of the own VPC and keep a route to the peering connection for the CIDR blocks of the peer VPC. One way out for several VPCs takes a transit gateway.',
  traps: 'A route for the CIDR blocks of the peer VPC is as it should be and is not meant.',
  references: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  raCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
  needs: ['routeTables'],
  *check(context) {
    for (const cause of context.causes('default-route-to-peering')) {
      const { peeringConnectionId, routeTableId: tableId, destination } = cause.blocker;
      yield {
        resource: tableId,
        destination,
        where: cause,
        message: `Route table ${tableId} sends ${destination} → ${peeringConnectionId}, but a peering connection carries only traffic between the two VPCs: packets to the internet are dropped.`,
        fix: natGatewayFix(
          context,
          cause,
          { verb: 'replace-route', tableId, destination, insteadOf: peeringConnectionId },
          ` Keep routes to ${peeringConnectionId} for the CIDR blocks of the peer VPC only.`,
        ),
      };
    }
  },
});
