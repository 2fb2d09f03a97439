import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { qualifiedName } from './shared/vpc-config.ts';

export default defineRule({
  id: 'function-inactive-idle',
  severity: 'note',
  title: 'Lambda has taken back the network interfaces of a function that nobody called',
  symptom: 'The next call fails. Calls work again a little later, once Lambda has set the function up anew.',
  why: 'Lambda reclaims the network interfaces of a function that was idle for 14 days and sets it to Inactive with the reason Idle. The first call afterwards fails and makes Lambda create the interfaces again.',
  fix: 'Call the function once and let the call fail, then wait until the function is Active. Callers that retry need nothing.',
  traps:
    'It says nothing about the network. If Lambda cannot create the interfaces again, the function goes back to Inactive with another reason, which is an error of its own.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html',
  ],
  raCode: null,
  needs: [],
  concerns: ({ state, stateReasonCode }) => state === 'Inactive' && stateReasonCode === 'Idle',
  *check(context) {
    const { fn } = context;
    const named = qualifiedName(fn);
    yield {
      resource: fn.arn,
      where: wholeFunction(context, 'note', [{ resource: fn.arn, note: 'State Inactive: Idle' }]),
      message: `${fn.name} is Inactive because nobody called it for a while: the next call fails, and calls work again once Lambda has set the function up anew.`,
      fix: fixBy(
        'Call it once, which fails or runs the function, and wait until it is Active.',
        `aws lambda invoke ${named} /dev/null`,
        `aws lambda wait function-active-v2 ${named}`,
      ),
    };
  },
});
