import { blockerText } from '../network/blocker-text.ts';
import { culpritOf } from '../network/culprit.ts';
import { defineRule } from './rule.ts';
import { blockedFix } from './shared/blocked-fix.ts';

export default defineRule({
  id: 'path-blocked',
  severity: 'error',
  title: 'Something on the path stops the traffic, and no other rule names it',
  symptom: 'Connections hang until they time out.',
  why: 'The path was followed hop by hop, and one hop is proven to drop the packets or the replies.',
  fix: 'Change the hop that the evidence names.',
  traps: 'It speaks only where no rule of its own fits the cause.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html'],
  raCode: null,
  needs: [],
  speaksLast: true,
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.unexplained())
      yield {
        ...culpritOf(cause.blocker),
        where: cause,
        message: `The path is blocked: ${blockerText(cause.blocker)}.`,
        fix: blockedFix(context, cause),
      };
  },
});
