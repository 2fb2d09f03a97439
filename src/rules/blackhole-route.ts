import { defineRule } from './rule.ts';
import { blackholeFix, isNamed } from './shared/blackhole-fix.ts';
import { familyOfDestination, wayOutFix } from './shared/way-out-fix.ts';

export default defineRule({
  id: 'blackhole-route',
  severity: 'error',
  title: 'The route that the traffic takes leads to a target that is gone',
  symptom: 'Every connection from the subnets of this route table hangs until it times out.',
  why: 'A route stays in the table in state blackhole when its target is deleted or detached. It still wins by its prefix, so the packets are dropped and no shorter route takes over.',
  fix: 'Point the route at a target that exists. A NAT gateway made anew has a new id, so the route has to be replaced.',
  traps:
    'A blackhole that no asked target uses is not reported. A deleted NAT gateway shows as this finding and not as a second one. The state filtered is in the API and its meaning is not documented: the answer is unknown and the finding a warning.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
  ],
  raCode: 'BAD_STATE_ROUTE',
  needs: ['routeTables'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('blackhole')) {
      const { routeTableId: tableId, destination, target } = cause.blocker;
      const gone = isNamed(target) ? 'its target is gone or detached, and ' : '';
      yield {
        resource: tableId,
        destination,
        where: cause,
        message: `Route table ${tableId} has ${destination} → ${target} in state blackhole: ${gone}packets that match are dropped.`,
        fix: blackholeFix(context, cause),
      };
    }
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'route-filtered') continue;
      const { resource: tableId, destination, target } = doubt;
      yield {
        resource: tableId,
        destination,
        where: question,
        message: `Route table ${tableId} has ${destination} → ${target} in state filtered, whose meaning AWS does not document: whether packets pass is open.`,
        fix: wayOutFix(familyOfDestination(destination), context, question, {
          verb: 'replace-route',
          tableId,
          destination,
          insteadOf: target,
        }),
      };
    }
  },
});
