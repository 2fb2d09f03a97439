import { defineRule } from './rule.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';
import { ownRoutesTo } from './shared/route-places.ts';

export default defineRule({
  id: 'private-nat-used-for-internet',
  severity: 'error',
  title: 'A private NAT gateway stands between the function and the internet',
  symptom: 'Every call to a public address hangs until it times out, although the NAT gateway is available.',
  why: 'A private NAT gateway has no Elastic IP address. It gives packets its own private address, and an internet gateway drops packets from private addresses. It is made for other VPCs and for networks on premises.',
  fix: 'Send the route to a public NAT gateway. The connectivity type of a NAT gateway is fixed when it is created, so a private one cannot be changed.',
  traps:
    'A private NAT gateway whose subnet leads on to a transit gateway or a virtual private gateway is as it should be: what lies behind is out of sight and the answer unknown.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  ],
  raCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
  needs: ['natGateways'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('nat-gateway-private')) {
      const { natGatewayId: id, internetGatewayId } = cause.blocker;
      const [route = { tableId: '<route table>', destination: '0.0.0.0/0' }] = ownRoutesTo(context, cause, id);
      yield {
        resource: id,
        where: cause,
        message: `NAT gateway ${id}, to which ${route.tableId} sends ${route.destination}, is a private one without a public address: ${internetGatewayId} drops its packets.`,
        fix: natGatewayFix(
          context,
          cause,
          { verb: 'replace-route', ...route, insteadOf: id },
          ' A private NAT gateway cannot be made public.',
        ),
      };
    }
  },
});
