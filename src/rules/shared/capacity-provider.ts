import { type Draft, fixBy, type RuleContext, wholeFunction } from '../rule.ts';
import { command } from './command.ts';

/**
 * What is said of a function whose network is that of a capacity provider.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html
 */
export const capacityProvider = (context: RuleContext<never>): Draft[] => {
  const { fn } = context;
  if (fn.network.kind !== 'capacity-provider') return [];
  const { capacityProviderArn: arn } = fn.network;
  const note = 'holds the subnets and security groups of the function';
  return [
    {
      resource: arn,
      where: wholeFunction(context, 'note', [{ resource: arn, note }]),
      message: `${fn.name} takes its network from capacity provider ${arn}, which is not evaluated yet, so nothing is known of its way out.`,
      fix: fixBy(
        'Look at the subnets of the capacity provider: each needs a route to a NAT gateway, or public addresses and an internet gateway.',
        command`aws lambda get-capacity-provider --capacity-provider-name ${arn.split(':').at(-1) ?? arn}`,
      ),
    },
  ];
};
