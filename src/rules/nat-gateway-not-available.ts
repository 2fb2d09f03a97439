import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { diversionOfCause } from './shared/diverted.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';
import { ownRoutesTo } from './shared/route-places.ts';

export default defineRule({
  id: 'nat-gateway-not-available',
  severity: 'error',
  title: 'The NAT gateway that the route names is not available',
  symptom: 'Every connection from the subnets behind this NAT gateway hangs until it times out.',
  why: 'A NAT gateway forwards packets only in state available. One that failed never worked; AWS shows it for about an hour and then only the route is left. One that was deleted has an id that never comes back.',
  fix: 'Look at the reason that AWS gives, create a NAT gateway in a public subnet, and replace the route, since the new one has a new id.',
  traps:
    'A NAT gateway that is pending or being deleted leaves the answer open, since it may forward already or still: that is a warning. Where another account shares the VPC its NAT gateways are out of sight, and nothing is said. If the route is a blackhole already, that finding says it.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html',
  ],
  raCode: 'BAD_STATE',
  needs: ['natGateways'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('nat-gateway-not-available')) {
      if (diversionOfCause(context, cause) !== undefined) continue;
      const { natGatewayId: id, state, failure, routeTableId: tableId, destination } = cause.blocker;
      const line = `${tableId} sends ${destination} → ${id}`;
      const reason = failure === null ? '' : ` (${failure})`;
      yield {
        resource: id,
        where: cause,
        message:
          state === 'missing'
            ? `NAT gateway ${id} does not exist any more, but ${line}: the packets are dropped.`
            : `NAT gateway ${id} is in state ${state}${reason} and forwards nothing, but ${line}: the packets are dropped.`,
        fix: natGatewayFix(context, cause, { verb: 'replace-route', tableId, destination, insteadOf: id }),
      };
    }
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'in-transition' || !doubt.resource.startsWith('nat-')) continue;
      const { resource: id, state } = doubt;
      const [route = { tableId: '<route table>', destination: '0.0.0.0/0' }] = ownRoutesTo(context, question, id);
      const isPending = state === 'pending';
      yield {
        resource: id,
        where: question,
        message: isPending
          ? `NAT gateway ${id} is in state pending: until it is available it may not forward what ${route.tableId} sends by ${route.destination} → ${id}.`
          : `NAT gateway ${id} is in state ${state}: it may still forward for a while, and then ${route.destination} → ${id} of ${route.tableId} leads nowhere.`,
        fix: isPending
          ? fixInVpc(context, question, 'Wait until it is available, then run this again.', [
              command`aws ec2 wait nat-gateway-available --nat-gateway-ids ${id}`,
            ])
          : natGatewayFix(context, question, { verb: 'replace-route', ...route, insteadOf: id }),
      };
    }
  },
});
