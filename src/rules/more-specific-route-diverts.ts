import { blockerText } from '../network/blocker-text.ts';
import { type Draft, defineRule, type Occurrence, type RuleContext } from './rule.ts';
import { diversionFix } from './shared/diversion-fix.ts';
import {
  type DivertingRoute,
  diversionBehindNat,
  diversionOfCause,
  diversionOfQuestion,
  divertedExceptions,
  faultsOfTarget,
} from './shared/diverted.ts';

type Context = RuleContext<'routeTables'>;

const draftOf = (context: Context, where: Occurrence, route: DivertingRoute | undefined, effect: string): Draft[] =>
  route === undefined
    ? []
    : [
        {
          resource: route.routeTableId,
          destination: route.destination,
          where,
          message: `Route table ${route.routeTableId} sends ${route.destination} → ${route.target}, past its default route: ${effect}.`,
          fix: diversionFix(context, where, route),
        },
      ];

export default defineRule({
  id: 'more-specific-route-diverts',
  severity: 'error',
  title: 'A route more specific than the default one takes a part of the internet away',
  symptom:
    'Most public addresses answer and some time out, always the same ones: for example those of one partner or of one cloud service.',
  why: 'The route with the longest prefix wins, whatever the default route is. A route for public addresses that leads to a peering connection, a VPN, an appliance or a gateway that is gone takes them past the default route, even if nobody behind it carries them on.',
  fix: 'Delete the route if its addresses are part of the internet for the function, or make its prefix as narrow as the network behind it.',
  traps:
    'Routes of gateway endpoints and routes for private addresses are wanted and not meant. A route to another way out that works diverts nothing. A blackhole has a finding of its own, and so has a route of a table whose default route does not work either. If less than one address in a hundred is concerned, the answer stays as it is and this is a warning.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  ],
  raCode: null,
  needs: ['routeTables'],
  *check(context) {
    for (const kind of faultsOfTarget)
      for (const cause of context.causes(kind))
        yield* draftOf(context, cause, diversionOfCause(context, cause), blockerText(cause.blocker));
    for (const cause of context.causes('nat-gateway-no-way-out'))
      yield* draftOf(
        context,
        cause,
        diversionBehindNat(context, cause),
        'packets of the NAT gateway to these addresses are dropped',
      );
    for (const question of context.openQuestions) {
      const route = diversionOfQuestion(context, question);
      yield* draftOf(context, question, route, `what happens behind ${route?.target ?? 'it'} is out of sight`);
    }
    for (const diversion of divertedExceptions(context)) {
      const why = diversion.evidence.at(-1)?.note ?? '';
      yield* draftOf(context, diversion, diversion, why);
    }
  },
});
