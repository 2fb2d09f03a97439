import { defineRule, fixBy } from './rule.ts';

export default defineRule({
  id: 'blackhole-route',
  severity: 'error',
  title: 'The route that the traffic takes leads to a target that is gone',
  symptom: 'Every connection from the subnets of this route table hangs until it times out.',
  why: 'A route stays in the table in state blackhole when its target is deleted or detached. It still wins by its prefix, so the packets are dropped and no shorter route takes over.',
  fix: 'Point the route at a target that exists. A NAT gateway made anew has a new id, so the route has to be replaced.',
  traps:
    'A blackhole that no asked target uses is not reported. A deleted NAT gateway shows as this finding and not as a second one.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
  ],
  raCode: 'BAD_STATE_ROUTE',
  needs: ['routeTables'],
  *check({ causes }) {
    for (const cause of causes('blackhole')) {
      const { routeTableId, destination, target } = cause.blocker;
      const gateway = target.startsWith('igw-') ? '--gateway-id <internet gateway>' : '--nat-gateway-id <NAT gateway>';
      yield {
        resource: routeTableId,
        destination,
        where: cause,
        message: `Route table ${routeTableId} has ${destination} → ${target} in state blackhole: the target is gone or detached, and packets that match are dropped.`,
        fix: fixBy(
          `Replace the route with one to a target that exists, or restore ${target} if it was only detached.`,
          `aws ec2 replace-route --route-table-id ${routeTableId} --destination-cidr-block ${destination} ${gateway}`,
        ),
      };
    }
  },
});
