import type { BlockerOf } from '../network/blocker.ts';
import { defineRule } from './rule.ts';
import { diversionBehindNat } from './shared/diverted.ts';
import { natSubnetFix } from './shared/nat-subnet-fix.ts';

const inference =
  '(inferred from the way AWS routes: packets of the NAT gateway follow the route table of the subnet that it stands in)';

const messageOf = ({
  natGatewayId,
  subnetId,
  routeTableId,
  why,
  line,
}: BlockerOf<'nat-gateway-no-way-out'>): string => {
  const place =
    subnetId === null
      ? `Regional NAT gateway ${natGatewayId} has a route table of its own, ${routeTableId}, which`
      : `NAT gateway ${natGatewayId} stands in ${subnetId}, whose route table ${routeTableId}`;
  switch (why) {
    case 'no-route':
      return `${place} has no route to the internet: packets of the NAT gateway are dropped.`;
    case 'loop':
      return `${place} sends ${line}, back to the NAT gateway itself: no packet gets out ${inference}.`;
    case 'other-target':
      return `${place} sends ${line}, which never leads to the internet: packets of the NAT gateway are dropped.`;
    default:
      return why satisfies never;
  }
};

export default defineRule({
  id: 'nat-gateway-no-igw-path',
  severity: 'error',
  title: "The NAT gateway's own subnet has no way to an internet gateway",
  symptom: 'Every call to a public address hangs until it times out, although the NAT gateway is available.',
  why: 'A NAT gateway sends its packets by the route table of the subnet that it stands in. State available says nothing about that route. In a private subnet, often the very one that it serves, its packets come back to itself or match no route.',
  fix: 'Let the NAT gateway stand in a public subnet: one whose route table sends 0.0.0.0/0 to the internet gateway of the VPC. A NAT gateway cannot be moved to another subnet, but its subnet can get another route table.',
  traps:
    'A subnet without a table of its own uses the main table, which often is local only. A route on to a transit gateway, a virtual private gateway or a firewall endpoint is not judged, since the way goes on out of sight. A regional NAT gateway has no subnet. A blackhole in that route table, or a detached internet gateway behind it, has a finding of its own.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  ],
  raCode: 'NO_ROUTE_TO_DESTINATION',
  needs: ['natGateways', 'routeTables', 'subnets'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('nat-gateway-no-way-out')) {
      if (diversionBehindNat(context, cause) !== undefined) continue;
      const { why, natGatewayId, routeTableId } = cause.blocker;
      yield {
        resource: why === 'loop' ? natGatewayId : routeTableId,
        where: cause,
        message: messageOf(cause.blocker),
        fix: natSubnetFix(context, cause),
      };
    }
  },
});
