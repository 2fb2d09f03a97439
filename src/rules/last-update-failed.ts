import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { fixOfReason, isNetworkReason, reasonText } from './shared/state-reasons.ts';
import { qualifiedName } from './shared/vpc-config.ts';

export default defineRule({
  id: 'last-update-failed',
  severity: 'error',
  title: 'The last update of the function did not go through, so the configuration shown may not be the one in use',
  symptom:
    'The function behaves as before the update. A change of its subnets or security groups seems to have no effect.',
  why: 'Lambda runs the previous configuration until an update has succeeded. What it reports meanwhile, and after a failure, can differ from what serves the calls.',
  fix: 'Mend what the reason code names and repeat the update. While an update is in progress, wait for its end.',
  traps:
    'The answers are about the configuration that Lambda reports. While the update is in progress this is a note, since it mostly ends well within minutes.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html'],
  raCode: null,
  needs: [],
  concerns: ({ lastUpdateStatus }) => lastUpdateStatus === 'InProgress' || lastUpdateStatus === 'Failed',
  *check(context) {
    const fn = context.configuration();
    const { lastUpdateStatus: status, lastUpdateStatusReasonCode: code } = fn;
    const wait = `aws lambda wait function-updated-v2 ${qualifiedName(fn)}`;
    const shown = reasonText(`LastUpdateStatus ${status}`, code, fn.lastUpdateStatusReason);
    const where = wholeFunction(context, 'error', [{ resource: fn.arn, note: shown }]);
    if (status === 'InProgress')
      yield {
        resource: fn.arn,
        where,
        atMost: 'note',
        message: `An update of ${fn.name} is in progress and the configuration before it still serves, so the verdict may change.`,
        fix: fixBy('Wait until the update has ended, then run the diagnosis again.', wait),
      };
    if (status !== 'Failed') return;
    const { text, commands } = fixOfReason(fn, code);
    const seen = isNetworkReason(code) ? code : reasonText(code, fn.lastUpdateStatusReason) || 'Lambda gives no reason';
    yield {
      resource: fn.arn,
      where,
      message: `The last update of ${fn.name} failed (${seen}): the configuration before it still serves, and the one diagnosed here may not be in use.`,
      fix: fixBy(`${text} Then repeat the update and wait for its end.`, ...commands, wait),
    };
  },
});
