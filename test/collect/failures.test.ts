import { describe, expect, it } from 'vitest';
import { type Answer, ec2Error, json, text, xml } from '../collectors/tiny-aws.ts';
import { collected, item, secret } from './account.ts';

describe('a call that fails', () => {
  it('makes its section unavailable, and the rest goes on', async () => {
    const { sections } = await collected({ DescribeNatGateways: ec2Error('UnauthorizedOperation', secret, 403) });
    expect(sections.natGateways).toEqual({
      status: 'unavailable',
      action: 'ec2:DescribeNatGateways',
      reason: 'access denied',
    });
    expect(sections.routeTables.status).toBe('collected');
  });

  it('on its second page makes the section unavailable too', async () => {
    const pages: Answer = (response, parameters) =>
      parameters.has('NextToken')
        ? ec2Error('InvalidParameterValue')(response, parameters)
        : xml('<natGatewaySet/><nextToken>2</nextToken>')(response, parameters);
    const { sections } = await collected({ DescribeNatGateways: pages });
    expect(sections.natGateways.status).toBe('unavailable');
  });

  it('a web page is no empty list', async () => {
    const { sections } = await collected({ DescribeNatGateways: text('<html><body>Sign in</body></html>', 200) });
    expect(sections.natGateways).toMatchObject({ status: 'unavailable', reason: 'the answer was not understood' });
  });

  it('an id of another kind is not taken for one', async () => {
    const { sections } = await collected({
      DescribeNatGateways: xml(`<natGatewaySet>${item({ natGatewayId: 'x', vpcId: 'vpc-1' })}</natGatewaySet>`),
    });
    expect(sections.natGateways).toMatchObject({ status: 'unavailable', reason: 'the answer was not understood' });
  });

  it.each([
    ['DescribeNatGateways', 'natGatewaySet', 'natGateways'],
    ['DescribeVpcBlockPublicAccessExclusions', 'vpcBlockPublicAccessExclusionSet', 'vpcBlockPublicAccessExclusions'],
  ] as const)('pages of %s that never end are not read for ever', async (action, set, kind) => {
    const { sections } = await collected({ [action]: xml(`<${set}/><nextToken>again</nextToken>`) });
    expect(sections[kind]).toMatchObject({ status: 'unavailable', reason: 'the answer was not understood' });
  });

  it('of a VPC attribute makes only the attribute unavailable', async () => {
    const { sections } = await collected({ DescribeVpcAttribute: ec2Error('UnauthorizedOperation', 'no', 403) });
    const denied = { status: 'unavailable', action: 'ec2:DescribeVpcAttribute', reason: 'access denied' };
    expect(sections.vpcs).toMatchObject({ items: [{ id: 'vpc-1', enableDnsSupport: denied }] });
  });

  it('of prefix lists leaves those to which a route refers, by their ids', async () => {
    const denied = ec2Error('UnauthorizedOperation', 'no', 403);
    const { sections } = await collected({
      DescribeManagedPrefixLists: denied,
      DescribePrefixLists: denied,
      GetManagedPrefixListEntries: denied,
    });
    const cidrs = { status: 'unavailable', action: 'ec2:GetManagedPrefixListEntries', reason: 'access denied' };
    expect(sections.prefixLists).toEqual({
      status: 'collected',
      items: [{ id: 'pl-1', name: null, ownerId: null, cidrs }],
    });
  });
});

describe('a function that is not read', () => {
  it('because it does not exist comes with names that look alike', async () => {
    const snapshot = await collected({ GetFunctionConfiguration: json({}, 404, 'ResourceNotFoundException') });
    expect(snapshot.unreadFunctions).toEqual([{ why: 'not found', asked: 'orders', near: ['orders-api'] }]);
    expect(snapshot.account).toBeNull();
  });

  it('comes without names if they may not be listed', async () => {
    const snapshot = await collected({
      GetFunctionConfiguration: json({}, 404, 'ResourceNotFoundException'),
      ListFunctions: json({}, 403, 'AccessDeniedException'),
    });
    expect(snapshot.unreadFunctions).toEqual([{ why: 'not found', asked: 'orders', near: [] }]);
  });

  it('because it is denied comes with the action', async () => {
    const snapshot = await collected({ GetFunctionConfiguration: json({}, 403, 'AccessDeniedException') });
    expect(snapshot.unreadFunctions).toEqual([
      { why: 'unavailable', asked: 'orders', action: 'lambda:GetFunctionConfiguration', reason: 'access denied' },
    ]);
  });
});

describe('secrets', () => {
  it('of variables and of error texts are not in the snapshot', async () => {
    const snapshot = await collected({
      DescribeNatGateways: ec2Error('UnauthorizedOperation', `denied ${secret}`, 403),
      DescribeVpcs: ec2Error('InternalError', secret, 500),
      DescribeVpcAttribute: ec2Error(secret, secret),
      DescribeInternetGateways: text(`<html><b>${secret}</html>`, 500),
      GetManagedPrefixListEntries: ec2Error('X', secret),
    });
    expect(snapshot.sections.functions).toMatchObject({ items: [{ environmentVariableNames: ['API_KEY'] }] });
    expect(JSON.stringify(snapshot)).not.toContain(secret);
    expect(JSON.stringify(snapshot)).not.toContain('AKIAPLANTED');
  });

  it('of an error text are not in the error that ends the run', async () => {
    const refused = collected({
      GetFunctionConfiguration: json({ message: secret }, 403, 'UnrecognizedClientException'),
    });
    const error = await refused.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'UserError', message: 'AWS did not accept the credentials' });
    expect(JSON.stringify({ ...(error as object), stack: (error as Error).stack })).not.toContain(secret);
  });
});
