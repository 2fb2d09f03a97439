import type { fromTemporaryCredentials } from '@aws-sdk/credential-providers';

/** An IAM action, which for these services is named like the API operation. */
export type Action = `${'ec2' | 'elasticfilesystem' | 'iam' | 'lambda' | 'sts'}:${string}`;

/** A plug-in of any SDK client. */
export type Plugin = NonNullable<Parameters<typeof fromTemporaryCredentials>[0]['clientPlugins']>[number];

/** A command that is not on the list of those that this program may send. It is a defect of ours. */
export class RefusedCommand extends Error {
  override readonly name = 'RefusedCommand';

  constructor(action: string) {
    super(`${action} is not one of the read-only actions of this program`);
  }
}

const readingAction = /^(ec2|elasticfilesystem|lambda):(Describe|Get|List|Search)[A-Z]/;

/**
 * Actions that change nothing although their names do not say so: AssumeRole hands out credentials, and
 * SimulatePrincipalPolicy tells what policies allow and performs nothing of it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
const harmless: readonly string[] = ['iam:SimulatePrincipalPolicy', 'sts:AssumeRole'];

/**
 * GetFunction answers with a link to the function's code, so it is refused although it reads.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
 */
const mayBeSent = (action: string): boolean =>
  harmless.includes(action) || (readingAction.test(action) && action !== 'lambda:GetFunction');

/** Services whose name in IAM is not that of their client. */
const iamNames: Readonly<Record<string, string>> = { efs: 'elasticfilesystem' };

const actionOf = (clientName = '', commandName = ''): string => {
  const service = clientName.replace(/Client$/, '').toLowerCase();
  return `${iamNames[service] ?? service}:${commandName.replace(/Command$/, '')}`;
};

/**
 * Lets a client send the listed actions and no other, whatever the credentials allow. An action that does not read is
 * refused even if it is listed.
 */
export const readOnly = (actions: readonly Action[]): Plugin => {
  const allowed = new Set<string>(actions.filter(mayBeSent));
  return {
    applyToStack: (stack) =>
      stack.add(
        (next, context) => async (args) => {
          const action = actionOf(context.clientName, context.commandName);
          if (!allowed.has(action)) throw new RefusedCommand(action);
          return next(args);
        },
        { step: 'initialize', name: 'readOnly', priority: 'high', override: true },
      ),
  };
};
