import { allOf } from '../network/words.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { byReason, roleFix, roleNameOf } from './shared/role-fix.ts';

export default defineRule({
  id: 'execution-role-missing-eni-permissions',
  severity: 'warning',
  title: 'The execution role may not manage network interfaces',
  symptom:
    'The function works, and one day a change of its subnets or security groups fails, or it stays Inactive after weeks without a call, with the reason InsufficientRolePermissions.',
  why: "Lambda makes, finds and removes the function's network interfaces with the permissions of its execution role. They are needed when an interface is made or removed, and not for calls that use one which exists.",
  fix: 'Attach the managed policy AWSLambdaVPCAccessExecutionRole to the execution role, or allow the six actions in a policy of your own.',
  traps:
    "It speaks only where --check-role asked IAM, which costs one call for each role, or two where a policy allows less than all resources. No answer depends on it: interfaces that exist go on working, so the permissions may have been removed on purpose after the function was attached. IAM's simulation is told the Region and nothing else, and an action that a condition on anything else decides is not named. So a statement that denies the actions to the function's own code by lambda:SourceFunctionArn, which AWS recommends, is no finding. An action that is allowed on network interfaces only, and not on all resources, counts as allowed. IAM does not say on which conditions service control policies depend, so one of those alone is a note. Functions on a capacity provider are not asked about: Lambda manages their instances with the operator role of the provider.",
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html',
  ],
  raCode: null,
  needs: [],
  reads: ['roleActions'],
  concerns: ({ roleActions }) => roleActions?.status === 'known' && roleActions.value.notAllowed.length > 0,
  *check(context) {
    const { name, network, roleActions } = context.configuration();
    if (network.kind !== 'vpc' || network.subnetIds.length === 0 || roleActions?.status !== 'known') return;
    const { roleArn, notAllowed } = roleActions.value;
    const seen = [...byReason(roleActions.value)].map(([because, actions]) => ({
      resource: roleArn,
      note: `${allOf(actions)}: ${because}`,
    }));
    const isGone = notAllowed.some(({ because }) => because === 'there is no such role');
    const lack = isGone ? 'does not exist' : `may not use ${allOf(notAllowed.map(({ action }) => action))}`;
    const isCertain = notAllowed.some(({ because }) => because !== 'a service control policy');
    yield {
      resource: roleArn,
      where: wholeFunction(context, 'warning', seen),
      ...(isCertain ? {} : { atMost: 'note' as const }),
      message: `${roleNameOf(roleArn)}, the execution role of ${name}, ${lack}: network interfaces that exist go on working, and Lambda cannot make or remove any when its subnets or security groups change or after it was idle.`,
      fix: roleFix(roleActions.value, context.fn),
    };
  },
});
