import type { Fix } from '../model/report.ts';
import type { BlockerOf } from '../network/blocker.ts';
import { type Cause, defineRule, fixBy, type RuleContext } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { attachFix } from './shared/attach-fix.ts';
import { createNatGatewayCommand, firstSubnetOf, natGatewayFix } from './shared/nat-gateway-fix.ts';
import { routeCommand } from './shared/route-command.ts';
import { thenPublish, vpcConfigCommand } from './shared/vpc-config.ts';
import { nearestNatGateway, publicSubnets } from './shared/ways-out.ts';
import { someOf } from './shared/words.ts';

type Context = Pick<RuleContext, 'fn' | 'subnets' | 'hints'>;

/** Where no private subnet leads out yet: this table can lead to a NAT gateway, or the VPC needs its first one. */
const routeFix = (context: Context, cause: Cause<BlockerOf<'public-subnet'>>): Fix => {
  const { fn, hints } = context;
  const { routeTableId: tableId, destination, internetGatewayId } = cause.blocker;
  const subnet = firstSubnetOf(context, cause);
  const change = { verb: 'replace-route', tableId, destination, insteadOf: internetGatewayId } as const;
  if (subnet !== null && nearestNatGateway(hints, subnet, change) !== null)
    return natGatewayFix(context, cause, change, ' Then nothing else in these subnets can use a public address.');
  const host = subnet === null ? undefined : publicSubnets(hints, subnet.vpcId)[0];
  const newRoute = { verb: 'create-route', tableId: '<route table of the private subnets>', destination } as const;
  return fixBy(
    `A private subnet with a route to a NAT gateway is needed, and none is to be seen: create a NAT gateway in a public subnet, send ${destination} of private subnets to it, and attach the function to them.${thenPublish(fn)}`,
    createNatGatewayCommand(host?.id),
    routeCommand(newRoute, '--nat-gateway-id', '<new NAT gateway>'),
    vpcConfigCommand(fn, ['<private subnets>']),
  );
};

export default defineRule({
  id: 'public-subnet-no-nat',
  severity: 'error',
  title: 'The function is in a public subnet, which gives a Lambda function no way to the internet',
  symptom:
    'Every call to a public address hangs until it times out, although the subnet has a route to an internet gateway and an EC2 instance in the same subnet reaches the internet.',
  why: 'An internet gateway serves only network interfaces that have a public address. Lambda gives its interfaces private addresses only, whatever the subnet assigns to others, so the gateway drops their packets.',
  fix: 'Attach the function to private subnets whose route table sends 0.0.0.0/0 to a NAT gateway, and let the NAT gateway stand in a public subnet. A wider security group, or a subnet that assigns public addresses, changes nothing.',
  traps:
    'A route to an internet gateway for IPv6 is not meant. Functions on a capacity provider run on instances that can have public addresses and are not judged. An Elastic IP address on an interface of Lambda lasts only until Lambda replaces the interface; where one is seen the answer is unknown. Routes of gateway endpoints still work from a public subnet.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  ],
  raCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
  needs: ['routeTables'],
  onlyOfTrouble: true,
  *check(context) {
    const causes = context.causes('public-subnet');
    const publicIds = [...new Set(causes.flatMap(({ subnetIds }) => subnetIds))];
    for (const cause of causes) {
      const { routeTableId, destination, internetGatewayId } = cause.blocker;
      yield {
        resource: routeTableId,
        destination,
        where: cause,
        message: `Route table ${routeTableId} sends ${destination} → ${internetGatewayId}, which serves only interfaces with a public address, and Lambda gives its interfaces in ${someOf(cause.subnetIds)} none: connections to ${stoppedPlaces(context, cause)} time out.`,
        fix: (destination === '0.0.0.0/0' ? attachFix(context, publicIds) : null) ?? routeFix(context, cause),
      };
    }
  },
});
