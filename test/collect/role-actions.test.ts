import { describe, expect, it } from 'vitest';
import { collect } from '../../src/collect.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Answer, text } from '../collectors/tiny-aws.ts';
import { actions, arn, calls, lambdaAnswer, network, now, reference, requests, settings, start } from './account.ts';

const role = 'arn:aws:iam::123456789012:role/service-role/orders';
const six = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];
const simulate = 'SimulatePrincipalPolicy';

const listed = (parameters: URLSearchParams, list: string): readonly string[] =>
  [...parameters].filter(([name]) => name.startsWith(`${list}.member.`)).map(([, value]) => value);

const answer = (results: string, more = '<IsTruncated>false</IsTruncated>') =>
  text(
    `<${simulate}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${simulate}Result>${more}` +
      `<EvaluationResults>${results}</EvaluationResults></${simulate}Result></${simulate}Response>`,
    200,
    'text/xml',
  );

const member = (name: string, decision: string, more = '') =>
  `<member><EvalActionName>${name}</EvalActionName><EvalDecision>${decision}</EvalDecision>` +
  `<MatchedStatements><member><SourcePolicyId>planted-policy</SourcePolicyId></member></MatchedStatements>${more}</member>`;

/** What the simulation says of an action on all resources and on one; `allowed` where nothing is said. */
type Said = (name: string, resource: string) => string | undefined;

const saying =
  (said: Said): Answer =>
  (response, parameters) => {
    const [resource = ''] = listed(parameters, 'ResourceArns');
    const results = listed(parameters, 'ActionNames').map((name) => said(name, resource) ?? member(name, 'allowed'));
    answer(results.join(''))(response, parameters);
  };

const iamError = (code: string, status: number): Answer =>
  text(
    `<ErrorResponse><Error><Code>${code}</Code><Message>refused</Message></Error></ErrorResponse>`,
    status,
    'text/xml',
  );

const functionsIn = ({ sections: { functions } }: Snapshot) =>
  functions.status === 'collected' ? functions.items : [];

const checked = async (simulation: Answer, lambda = lambdaAnswer('vpc-1', { Role: role }), names = ['orders']) => {
  await start({ ...network, GetFunctionConfiguration: lambda, [simulate]: simulation });
  return collect({ functions: names.map(reference), settings: settings(), now, checkRole: true });
};

const roleActionsOf = async (...from: Parameters<typeof checked>) =>
  functionsIn(await checked(...from))[0]?.roleActions;

const known = (...notAllowed: readonly object[]) => ({ status: 'known', value: { roleArn: role, notAllowed } });

const denied = (name: string, decision: string, more = ''): Said => {
  return (asked) => (asked === name ? member(asked, decision, more) : undefined);
};

const create = 'ec2:CreateNetworkInterface';
const missing = '<MissingContextValues><member>lambda:SourceFunctionArn</member></MissingContextValues>';

describe('what an execution role may do', () => {
  it('is not asked unless it is wanted', async () => {
    await start({ ...network, GetFunctionConfiguration: lambdaAnswer('vpc-1', { Role: role }) });
    const snapshot = await collect({ functions: [reference('orders')], settings: settings(), now });
    expect(actions()).not.toContain(simulate);
    expect(functionsIn(snapshot)[0]).not.toHaveProperty('roleActions');
    expect(JSON.stringify(snapshot), 'its ARN is not kept').not.toContain(role);
  });

  it('is one call about the six actions on all resources, which names the Region and no function', async () => {
    expect(await roleActionsOf(saying(() => undefined))).toEqual(known());
    expect(calls(simulate)).toHaveLength(1);
    const parameters = calls(simulate)[0]?.parameters ?? new URLSearchParams();
    expect(parameters.get('PolicySourceArn')).toBe(role);
    expect(listed(parameters, 'ActionNames')).toEqual(six);
    expect(listed(parameters, 'ResourceArns')).toEqual(['*']);
    const context = Object.fromEntries([...parameters].filter(([name]) => name.startsWith('ContextEntries.')));
    expect(context).toEqual({
      'ContextEntries.member.1.ContextKeyName': 'aws:RequestedRegion',
      'ContextEntries.member.1.ContextKeyType': 'string',
      'ContextEntries.member.1.ContextKeyValues.member.1': 'eu-west-1',
    });
  });

  it.each([
    ['no policy allows it', denied('ec2:DescribeSubnets', 'implicitDeny'), 'ec2:DescribeSubnets'],
    ['a policy denies it', denied(create, 'explicitDeny'), create],
    [
      'the permissions boundary',
      denied(
        create,
        'implicitDeny',
        '<PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>',
      ),
      create,
    ],
    [
      'a service control policy',
      denied(
        create,
        'explicitDeny',
        '<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations></OrganizationsDecisionDetail>',
      ),
      create,
    ],
  ])('is kept as the action and: %s', async (because, said, action) => {
    expect(await roleActionsOf(saying(said))).toEqual(known({ action, because }));
  });

  it('is not decided by a condition on lambda:SourceFunctionArn, nor by any other that was told nothing', async () => {
    const ownCode = denied(create, 'allowed', missing);
    expect(await roleActionsOf(saying(ownCode)), 'a Deny whose condition is not met').toEqual(known());
    const negated = denied(create, 'explicitDeny', missing);
    expect(await roleActionsOf(saying(negated)), 'a Deny by an absent key').toEqual(known());
    const byVpc = denied(create, 'implicitDeny', missing.replace('lambda:SourceFunctionArn', 'ec2:Vpc'));
    expect(await roleActionsOf(saying(byVpc)), 'an Allow in one VPC').toEqual(known());
  });

  it('is asked again on one interface where no policy allows it on all resources', async () => {
    const onInterfaces: Said = (name, resource) =>
      resource === '*' && name !== 'ec2:DescribeSubnets' ? member(name, 'implicitDeny') : undefined;
    expect(await roleActionsOf(saying(onInterfaces))).toEqual(
      known({ action: 'ec2:DescribeNetworkInterfaces', because: 'no policy allows it' }),
    );
    const again = calls(simulate)[1]?.parameters ?? new URLSearchParams();
    expect(listed(again, 'ActionNames')).toEqual([
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ]);
    expect(listed(again, 'ResourceArns')).toEqual([
      'arn:aws:ec2:eu-west-1:123456789012:network-interface/eni-00000000000000000',
    ]);
  });

  it('is told in the order in which AWS lists the actions, whichever question found it', async () => {
    const found = await roleActionsOf(saying((name) => member(name, 'implicitDeny')));
    expect(found).toEqual(known(...six.map((action) => ({ action, because: 'no policy allows it' }))));
  });

  it('is not allowed if it is allowed on no interface either', async () => {
    const found = await roleActionsOf(saying(denied(create, 'implicitDeny')));
    expect(found).toEqual(known({ action: create, because: 'no policy allows it' }));
    expect(calls(simulate)).toHaveLength(2);
  });

  it('is nothing on one interface whose conditions are told with that resource', async () => {
    const specific = `<ResourceSpecificResults><member><EvalResourceName>eni</EvalResourceName><EvalResourceDecision>implicitDeny</EvalResourceDecision>${missing}</member></ResourceSpecificResults>`;
    const said: Said = (name, resource) =>
      name === create ? member(name, 'implicitDeny', resource === '*' ? '' : specific) : undefined;
    expect(await roleActionsOf(saying(said))).toEqual(known());
  });

  it('keeps no policy and no statement', async () => {
    const snapshot = await checked(saying(denied(create, 'explicitDeny')));
    expect(JSON.stringify(snapshot)).not.toContain('planted');
  });

  it('is asked once of a role that several functions have', async () => {
    const snapshot = await checked(saying(denied(create, 'explicitDeny')), undefined, ['orders', 'payments']);
    expect(functionsIn(snapshot).map(({ roleActions }) => roleActions?.status)).toEqual(['known', 'known']);
    expect(calls(simulate)).toHaveLength(1);
  });

  it('is not asked of a function that is not in a VPC', async () => {
    const snapshot = await checked(
      saying(() => undefined),
      lambdaAnswer(null, { Role: role }),
    );
    expect(functionsIn(snapshot)[0]).not.toHaveProperty('roleActions');
    expect(actions()).not.toContain(simulate);
  });

  it('is read page by page', async () => {
    const pages: Answer = (response, parameters) => {
      const start = parameters.get('Marker') === null ? 0 : 3;
      const some = six.slice(start, start + 3).map((name) => member(name, 'allowed'));
      const more = start === 0 ? '<IsTruncated>true</IsTruncated><Marker>next</Marker>' : undefined;
      answer(some.join(''), more)(response, parameters);
    };
    expect(await roleActionsOf(pages)).toEqual(known());
    expect(calls(simulate)).toHaveLength(2);
  });

  it('is none of the six where there is no such role', async () => {
    const because = 'there is no such role';
    const found = await roleActionsOf(iamError('NoSuchEntity', 404));
    expect(found).toEqual(known(...six.map((action) => ({ action, because }))));
  });

  it.each([
    ['IAM refuses', iamError('AccessDenied', 403), 'access denied'],
    ['an action is missing from the answer', answer(member(create, 'allowed')), 'the answer was not understood'],
    ['a decision is a new word', saying(denied(create, 'perhaps')), 'the answer was not understood'],
    ['the answer is about other actions', answer(member('s3:GetObject', 'allowed')), 'the answer was not understood'],
    [
      'pages repeat',
      answer(member(create, 'allowed'), '<IsTruncated>true</IsTruncated><Marker>again</Marker>'),
      'the answer was not understood',
    ],
  ])('is unavailable where %s, and the rest goes on', async (_, simulation, reason) => {
    const snapshot = await checked(simulation);
    expect(functionsIn(snapshot)[0]?.roleActions).toEqual({
      status: 'unavailable',
      action: 'iam:SimulatePrincipalPolicy',
      reason,
    });
    expect(snapshot.sections.routeTables.status).toBe('collected');
    expect(snapshot.otherFailedReads).toEqual([]);
  });

  it('is unavailable where Lambda does not name the role', async () => {
    expect(
      await roleActionsOf(
        saying(() => undefined),
        lambdaAnswer('vpc-1'),
      ),
    ).toMatchObject({
      reason: 'the answer was not understood',
    });
    expect(requests().map(({ action }) => action)).not.toContain(simulate);
  });

  it('belongs to the version that was asked about', async () => {
    await start({
      ...network,
      GetFunctionConfiguration: lambdaAnswer('vpc-1', { FunctionArn: `${arn}:3`, Role: role }),
      [simulate]: saying(() => undefined),
    });
    const asked = { ...reference('orders'), qualifier: '3' };
    const snapshot = await collect({ functions: [asked], settings: settings(), now, checkRole: true });
    expect(functionsIn(snapshot)[0]).toMatchObject({ qualifier: '3', roleActions: known() });
  });
});
