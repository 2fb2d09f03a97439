import type { Fix } from '../../model/report.ts';
import type { NotAllowed, RoleActions } from '../../model/role-actions.ts';
import { allOf } from '../../network/words.ts';
import type { PlacedFunction } from '../rule.ts';
import { command } from './command.ts';

type Because = NotAllowed['because'];

/** `orders` of `arn:aws:iam::123456789012:role/service-role/orders`. */
export const roleNameOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

const partitionOf = (arn: string): string => arn.split(':')[1] ?? 'aws';

const texts: Readonly<Record<Because, (role: string, actions: string) => string>> = {
  'there is no such role': () => 'Give the function a role that exists and may manage network interfaces.',
  'no policy allows it': (role) => `Attach AWSLambdaVPCAccessExecutionRole to ${role}; it allows all six actions.`,
  'a policy denies it': (role, actions) =>
    `Take ${actions} out of the statement that denies it in the policies of ${role}, or let the statement name lambda:SourceFunctionArn, so that it holds for the function's own code alone.`,
  'the permissions boundary': (role, actions) => `Let the permissions boundary of ${role} allow ${actions}.`,
  'a service control policy': (_, actions) =>
    `The organization's administrator can see whether a service control policy denies ${actions} to Lambda as well.`,
};

const commands: Readonly<Partial<Record<Because, (role: RoleActions, fn: PlacedFunction) => string>>> = {
  'there is no such role': (_, { name }) =>
    command`aws lambda update-function-configuration --function-name ${name} --role ${'<ARN of a role>'}`,
  'no policy allows it': ({ roleArn }) =>
    command`aws iam attach-role-policy --role-name ${roleNameOf(roleArn)} --policy-arn arn:${partitionOf(roleArn)}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole`,
};

/** Actions that one reason stands against, by reason. */
export const byReason = ({ notAllowed }: RoleActions): ReadonlyMap<Because, readonly string[]> => {
  const grouped = new Map<Because, string[]>();
  for (const { action, because } of notAllowed) grouped.set(because, [...(grouped.get(because) ?? []), action]);
  return grouped;
};

/** What gives an execution role the actions that it lacks, by what stands against them. */
export const roleFix = (role: RoleActions, fn: PlacedFunction): Fix => {
  const reasons = [...byReason(role)];
  const isOfOrganization = reasons.every(([because]) => because === 'a service control policy');
  return {
    text: reasons.map(([because, actions]) => texts[because](roleNameOf(role.roleArn), allOf(actions))).join(' '),
    commands: reasons.flatMap(([because]) => commands[because]?.(role, fn) ?? []),
    actor: isOfOrganization ? 'organisation' : 'you',
  };
};
