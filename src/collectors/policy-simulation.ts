import {
  type ContextEntry,
  type EvaluationResult,
  IAMClient,
  paginateSimulatePrincipalPolicy,
} from '@aws-sdk/client-iam';
import type { Arn } from '../model/ids.ts';
import { type NetworkInterfaceAction, type NotAllowed, networkInterfaceActions } from '../model/role-actions.ts';
import { NotUnderstood, setOf } from './answer.ts';
import type { Aws } from './aws.ts';

/** Actions on a network interface, which AWS also lets policies allow on interfaces by their ARNs alone. */
const onInterfaces: ReadonlySet<NetworkInterfaceAction> = new Set([
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
]);

/** What the simulation says of one action: what stands against it, or null. */
interface Simulated {
  readonly action: NetworkInterfaceAction;
  readonly because: NotAllowed['because'] | null;
}

const lacksContext = ({ MissingContextValues = [], ResourceSpecificResults = [] }: EvaluationResult): boolean =>
  MissingContextValues.length > 0 ||
  ResourceSpecificResults.some((result) => (result.MissingContextValues ?? []).length > 0);

const decisions: ReadonlyMap<string | undefined, Simulated['because']> = new Map([
  ['allowed', null],
  ['explicitDeny', 'a policy denies it'],
  ['implicitDeny', 'no policy allows it'],
]);

const becauseOf = (raw: EvaluationResult): Simulated['because'] => {
  const because = decisions.get(raw.EvalDecision);
  if (because === undefined) throw new NotUnderstood();
  if (because === null) return null;
  if (raw.OrganizationsDecisionDetail?.AllowedByOrganizations === false) return 'a service control policy';
  if (lacksContext(raw)) return null;
  return raw.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false
    ? 'the permissions boundary'
    : because;
};

/**
 * Nothing counts as standing against an action where that hangs on a condition about which nothing was said. A policy
 * that denies the action to the function's own code names lambda:SourceFunctionArn, which is not in Lambda's own calls
 * and not in the simulation. Statements and policies end here.
 */
export const fromAws = (raw: EvaluationResult): Simulated => {
  const action = networkInterfaceActions.find((known) => known === raw.EvalActionName);
  if (action === undefined) throw new NotUnderstood();
  return { action, because: becauseOf(raw) };
};

/** An interface that no policy names, in the account of the role. */
const anInterface = (roleArn: Arn, region: string): string => {
  const [, partition, , , account] = roleArn.split(':');
  return `arn:${partition}:ec2:${region}:${account}:network-interface/eni-00000000000000000`;
};

const isNotAllowed = (simulated: Simulated): simulated is NotAllowed => simulated.because !== null;

/** Asks IAM which of the actions it would not allow a role. */
export const policySimulation = (aws: Aws) => {
  const client = aws.client((settings) => new IAMClient(settings));
  const region = { ContextKeyName: 'aws:RequestedRegion', ContextKeyValues: [aws.region] };
  const ContextEntries: ContextEntry[] = [{ ...region, ContextKeyType: 'string' }];

  const simulate = async (roleArn: Arn, actions: readonly NetworkInterfaceAction[], resource: string) => {
    const found = new Map<NetworkInterfaceAction, Simulated>();
    const asked = { PolicySourceArn: roleArn, ActionNames: [...actions], ResourceArns: [resource], ContextEntries };
    for await (const page of paginateSimulatePrincipalPolicy({ client, stopOnSameToken: true }, asked, aws.options))
      for (const simulated of setOf(page.EvaluationResults).map(fromAws)) found.set(simulated.action, simulated);
    if (actions.some((action) => !found.has(action))) throw new NotUnderstood();
    return [...found.values()].filter(isNotAllowed);
  };

  /** On all resources; where no policy allows an action on all of them, on one interface, which can be enough. */
  return async (roleArn: Arn): Promise<readonly NotAllowed[]> => {
    const onAll = await simulate(roleArn, networkInterfaceActions, '*');
    const again = onAll
      .filter(({ action, because }) => because === 'no policy allows it' && onInterfaces.has(action))
      .map(({ action }) => action);
    if (again.length === 0) return onAll;
    const onOne = await simulate(roleArn, again, anInterface(roleArn, aws.region));
    const found = [...onAll.filter(({ action }) => !again.includes(action)), ...onOne];
    return networkInterfaceActions.flatMap((action) => found.filter((each) => each.action === action));
  };
};
