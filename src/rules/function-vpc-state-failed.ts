import type { LambdaFunction } from '../model/kinds/functions.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { fixOfReason, isNetworkReason, reasonText } from './shared/state-reasons.ts';

/** Idle is no failure: Lambda takes interfaces back that nobody uses. */
const isInactive = ({ state, stateReasonCode }: LambdaFunction): boolean =>
  state === 'Inactive' && stateReasonCode !== 'Idle';

export default defineRule({
  id: 'function-vpc-state-failed',
  severity: 'error',
  title: 'Lambda cannot set the function up in its VPC',
  symptom:
    'Every call fails at once with an error of Lambda, such as ResourceNotReadyException, before your code runs.',
  why: 'Lambda makes network interfaces in the subnets of the function before it can run it. When it cannot, because of a quota, a missing permission, a subnet without free addresses or an id that no longer exists, it puts the function into a state in which it cannot be called and says why in StateReasonCode.',
  fix: 'Mend what the reason code names, then update the function. A function that failed while it was created has to be deleted and created again.',
  traps:
    'It is said whatever the network looks like, and changes no answer: the answers are about the network, and this is about the function. Inactive with the reason Idle is normal and is a note of its own.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  ],
  raCode: null,
  needs: [],
  concerns: (fn) => fn.state === 'Failed' || isInactive(fn) || isNetworkReason(fn.stateReasonCode),
  *check(context) {
    const fn = context.configuration();
    const { state, stateReasonCode: code } = fn;
    const fix = fixOfReason(fn, code);
    const again = state === 'Failed' ? ' A function in state Failed then has to be deleted and created again.' : '';
    const seen = isNetworkReason(code) ? code : reasonText(code, fn.stateReason) || 'Lambda gives no reason';
    const shown = reasonText(`State ${state ?? 'not named'}`, code, fn.stateReason);
    yield {
      resource: fn.arn,
      where: wholeFunction(context, 'error', [{ resource: fn.arn, note: shown }]),
      ...(isInactive(fn) && code === null ? { atMost: 'warning' as const } : {}),
      message: `${fn.name} is in ${state === null ? 'a state that Lambda does not name' : `state ${state}`} (${seen}): calls fail before the function's code runs.`,
      fix: { ...fix, text: `${fix.text}${again}` },
    };
  },
});
