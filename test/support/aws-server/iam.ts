import type { LambdaFunction } from '../../../src/model/kinds/functions.ts';
import type { NotAllowed } from '../../../src/model/role-actions.ts';
import { AwsError } from './aws-error.ts';
import type { AwsCall } from './call.ts';
import { roleOf } from './lambda-shape.ts';
import { type Reply, xmlReply } from './reply.ts';
import { denial, itemsOf, type World } from './world.ts';
import { escapeXml } from './xml.ts';

const action = 'SimulatePrincipalPolicy';

const members = (parameters: AwsCall['parameters'], list: string): readonly string[] =>
  Object.entries(parameters)
    .filter(([name]) => name.startsWith(`${list}.member.`))
    .map(([, value]) => value);

const flag = (detail: string, member: string): string => `<${detail}><${member}>false</${member}></${detail}>`;

const details: Readonly<Partial<Record<NotAllowed['because'], string>>> = {
  'a service control policy': flag('OrganizationsDecisionDetail', 'AllowedByOrganizations'),
  'the permissions boundary': flag('PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary'),
};

const decisionOf = (because: NotAllowed['because'] | undefined): string => {
  if (because === undefined) return 'allowed';
  return because === 'a policy denies it' ? 'explicitDeny' : 'implicitDeny';
};

const statement =
  '<member><SourcePolicyId>orders-network</SourcePolicyId><SourcePolicyType>IAM Policy</SourcePolicyType></member>';

const result = (name: string, because: NotAllowed['because'] | undefined): string =>
  `<member><EvalActionName>${escapeXml(name)}</EvalActionName><EvalResourceName>*</EvalResourceName>` +
  `<EvalDecision>${decisionOf(because)}</EvalDecision><MatchedStatements>${statement}</MatchedStatements>` +
  `<MissingContextValues/>${(because && details[because]) ?? ''}</member>`;

const holderOf = (call: AwsCall, world: World): LambdaFunction | undefined =>
  itemsOf(world.sections.functions, world, 'iam', action).find(
    (fn) => roleOf(fn, world.account) === call.parameters['PolicySourceArn'],
  );

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export const answerIam = (call: AwsCall, world: World, requestId: string): Reply => {
  if (call.action !== action) throw new AwsError(400, 'InvalidAction', `Could not find operation ${call.action}`);
  const role = call.parameters['PolicySourceArn'] ?? '';
  const read = holderOf(call, world)?.roleActions;
  if (read?.status === 'unavailable') throw denial('iam', action, world.account, read.reason);
  const notAllowed = read?.value.notAllowed ?? [];
  if (notAllowed.some(({ because }) => because === 'there is no such role'))
    throw new AwsError(404, 'NoSuchEntity', `The role with name ${role.split('/').at(-1)} cannot be found.`);
  const reasons = new Map<string, NotAllowed['because']>(notAllowed.map((each) => [each.action, each.because]));
  const results = members(call.parameters, 'ActionNames').map((name) => result(name, reasons.get(name)));
  return xmlReply(
    200,
    `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result><IsTruncated>false` +
      `</IsTruncated><EvaluationResults>${results.join('')}</EvaluationResults></${action}Result>` +
      `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
  );
};
