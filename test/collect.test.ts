import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collect } from '../src/collect.ts';
import type { AwsSettings } from '../src/collectors/aws.ts';
import type { FunctionReference } from '../src/model/function-reference.ts';
import { kinds } from '../src/model/sections.ts';
import { Snapshot } from '../src/model/snapshot.ts';
import { type Answer, ec2Error, json, startTinyAws, type TinyAws, text, xml } from './collectors/tiny-aws.ts';

const secret = 'planted-secret';
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

const lambdaAnswer = (vpcId: string | null, more: object = {}): Answer =>
  json({
    FunctionArn: arn,
    Environment: { Variables: { API_KEY: secret } },
    ...(vpcId !== null && {
      VpcConfig: { VpcId: vpcId, SubnetIds: ['subnet-a'], SecurityGroupIds: ['sg-1'] },
    }),
    ...more,
  });

const item = (fields: Readonly<Record<string, string>>) =>
  `<item>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</item>`;

/** Answers a filter by `vpc-id` or `subnet-id` as EC2 does. */
const filtered =
  (set: string, items: readonly { readonly vpcId: string; readonly id: string; readonly content: string }[]): Answer =>
  (response, parameters) => {
    const asked = new Set(
      [...parameters].filter(([name]) => /^Filter\.1\.Value\./.test(name)).map(([, value]) => value),
    );
    const found = items.filter(({ vpcId, id }) => asked.has(vpcId) || asked.has(id));
    xml(`<${set}>${found.map(({ content }) => content).join('')}</${set}>`)(response, parameters);
  };

const subnet = (id: string, vpcId: string) => ({ id, vpcId, content: item({ subnetId: id, vpcId }) });
const table = (id: string, vpcId: string, destination: string) => ({
  id,
  vpcId,
  content: `<item><routeTableId>${id}</routeTableId><vpcId>${vpcId}</vpcId><routeSet>${item({
    destinationPrefixListId: destination,
    gatewayId: 'vpce-1',
    state: 'active',
  })}</routeSet></item>`,
});

const network: Readonly<Record<string, Answer>> = {
  DescribeSubnets: filtered('subnetSet', [
    subnet('subnet-b', 'vpc-1'),
    subnet('subnet-a', 'vpc-1'),
    subnet('subnet-z', 'vpc-9'),
  ]),
  DescribeRouteTables: filtered('routeTableSet', [table('rtb-1', 'vpc-1', 'pl-1'), table('rtb-9', 'vpc-9', 'pl-9')]),
  DescribeVpcs: filtered('vpcSet', [
    { id: 'vpc-1', vpcId: 'vpc-1', content: item({ vpcId: 'vpc-1', dhcpOptionsId: 'dopt-1' }) },
    { id: 'vpc-9', vpcId: 'vpc-9', content: item({ vpcId: 'vpc-9', dhcpOptionsId: 'dopt-9' }) },
  ]),
  DescribeVpcAttribute: xml(
    '<enableDnsSupport><value>true</value></enableDnsSupport><enableDnsHostnames><value>false</value></enableDnsHostnames>',
  ),
  DescribeDhcpOptions: xml(
    `<dhcpOptionsSet>${item({ dhcpOptionsId: 'dopt-9' })}${item({ dhcpOptionsId: 'dopt-1' })}</dhcpOptionsSet>`,
  ),
  DescribeManagedPrefixLists: xml(
    `<prefixListSet>${['pl-1', 'pl-2', 'pl-9']
      .map((prefixListId) => item({ prefixListId, prefixListName: `name of ${prefixListId}` }))
      .join('')}</prefixListSet>`,
  ),
  GetManagedPrefixListEntries: xml(`<entrySet>${item({ cidr: '192.0.2.0/24' })}</entrySet>`),
  GetFunctionConfiguration: lambdaAnswer('vpc-1'),
  ListFunctions: json({ Functions: [{ FunctionName: 'orders-api' }, { FunctionName: 'payments' }] }),
};

const reference = (name: string): FunctionReference => ({
  asked: name,
  name,
  qualifier: null,
  region: null,
  account: null,
});

let server: TinyAws | null = null;
beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAPLANTED');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = null;
});

const settings = (more: Partial<AwsSettings> = {}): AwsSettings => ({
  region: 'eu-west-1',
  profile: null,
  roleArn: null,
  endpointUrl: server?.url ?? 'http://127.0.0.1:9',
  env: {},
  ...more,
});

const now = () => new Date('2026-01-02T03:04:05Z');

const collected = async (answers: Readonly<Record<string, Answer>> = {}, names = ['orders']) => {
  server = await startTinyAws({ ...network, ...answers });
  return collect({ functions: names.map(reference), settings: settings(), now });
};

const actions = () => server?.requests.map(({ action }) => action) ?? [];
const calls = (action: string) => server?.requests.filter((request) => request.action === action) ?? [];

describe('a snapshot', () => {
  it('is valid, counts the calls and says when it began', async () => {
    const snapshot = await collected();
    expect(Snapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    expect(snapshot).toMatchObject({
      collectedAt: '2026-01-02T03:04:05.000Z',
      account: '123456789012',
      region: 'eu-west-1',
      apiCalls: server?.requests.length,
      unreadFunctions: [],
    });
    expect(Object.keys(snapshot.sections).sort()).toEqual([...kinds].sort());
  });

  it('holds the VPC of the function, in the order of the ids, and what it refers to', async () => {
    const { sections } = await collected();
    expect(sections.subnets).toMatchObject({ items: [{ id: 'subnet-a' }, { id: 'subnet-b' }] });
    expect(sections.vpcs).toMatchObject({
      items: [
        {
          id: 'vpc-1',
          enableDnsSupport: { status: 'known', value: true },
          enableDnsHostnames: { status: 'known', value: false },
        },
      ],
    });
    expect(sections.dhcpOptions).toEqual({ status: 'collected', items: [{ id: 'dopt-1', domainNameServers: [] }] });
    expect(sections.prefixLists).toEqual({
      status: 'collected',
      items: [{ id: 'pl-1', name: 'name of pl-1', ownerId: null, cidrs: { status: 'known', value: ['192.0.2.0/24'] } }],
    });
  });

  it('reads what functions share once and keeps the functions in the order in which they were asked', async () => {
    const answer: Answer = (response, parameters) => {
      const name = response.req.url?.split('/')[3] ?? '';
      json({ FunctionArn: arn.replace('orders', name), VpcConfig: { VpcId: 'vpc-1', SubnetIds: ['subnet-a'] } })(
        response,
        parameters,
      );
    };
    const { sections } = await collected({ GetFunctionConfiguration: answer }, ['zebra', 'ant', 'mule']);
    expect(sections.functions).toMatchObject({ items: [{ name: 'zebra' }, { name: 'ant' }, { name: 'mule' }] });
    expect(calls('DescribeRouteTables')).toHaveLength(1);
    expect(calls('DescribeSubnets')).toHaveLength(2);
  });

  it('asks for subnets by filter, since an id that vanished would fail a call by id', async () => {
    await collected();
    expect(
      calls('DescribeSubnets')
        .map(({ parameters }) => parameters.get('Filter.1.Name'))
        .sort(),
    ).toEqual(['subnet-id', 'vpc-id']);
    expect(calls('DescribeSubnets').some(({ parameters }) => parameters.has('SubnetId.1'))).toBe(false);
  });

  it('never asks for a list without a filter or a page size', async () => {
    await collected();
    for (const { action, parameters } of server?.requests ?? []) {
      if (!/^Describe.*s$/.test(action) || action === 'DescribeVpcBlockPublicAccessOptions') continue;
      expect([action, parameters.has('MaxResults')]).toEqual([action, true]);
    }
  });

  it('of a function that is in no VPC has no network, whatever the Region holds', async () => {
    const { sections } = await collected({
      GetFunctionConfiguration: lambdaAnswer(null),
      DescribeVpcPeeringConnections: ec2Error('UnauthorizedOperation', 'no', 403),
    });
    for (const kind of kinds.filter((kind) => kind !== 'functions')) {
      expect(sections[kind]).toEqual({ status: 'collected', items: [] });
    }
    expect(actions()).not.toContain('DescribeRouteTables');
  });
});

describe('if Lambda reports the wrong VPC', () => {
  it('the VPC of the subnets is read, and nothing of the wrong one is kept', async () => {
    const { sections } = await collected({ GetFunctionConfiguration: lambdaAnswer('vpc-9') });
    expect(sections.vpcs).toMatchObject({ items: [{ id: 'vpc-1' }] });
    expect(sections.subnets).toMatchObject({ items: [{ id: 'subnet-a' }, { id: 'subnet-b' }] });
    expect(sections.routeTables).toMatchObject({ items: [{ id: 'rtb-1' }] });
    expect(sections.dhcpOptions).toMatchObject({ items: [{ id: 'dopt-1' }] });
  });

  it('the entries of prefix lists are known all the same', async () => {
    const { sections } = await collected({ GetFunctionConfiguration: lambdaAnswer('vpc-9') });
    expect(sections.prefixLists).toMatchObject({
      items: [{ id: 'pl-1', cidrs: { status: 'known', value: ['192.0.2.0/24'] } }],
    });
  });

  it('the VPC of the subnets is read too if Lambda reports none', async () => {
    const { sections } = await collected({ GetFunctionConfiguration: lambdaAnswer('') });
    expect(sections.routeTables).toMatchObject({ items: [{ id: 'rtb-1' }] });
  });

  it('what Lambda reports counts if the subnets may not be read', async () => {
    const { sections } = await collected({ DescribeSubnets: ec2Error('UnauthorizedOperation', 'no', 403) });
    expect(sections.subnets).toEqual({
      status: 'unavailable',
      action: 'ec2:DescribeSubnets',
      reason: 'access denied',
    });
    expect(sections.routeTables).toMatchObject({ items: [{ id: 'rtb-1' }] });
  });
});

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

describe('if AWS cannot be asked', () => {
  const failure = async (more: Partial<AwsSettings> = {}) =>
    collect({ functions: [reference('orders')], settings: settings(more), now }).catch((error: unknown) => error);

  it('for want of credentials, it says how to set them', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    server = await startTinyAws(network);
    expect(await failure()).toMatchObject({
      name: 'UserError',
      exitCode: 3,
      message: 'no AWS credentials were found',
      hint: 'aws configure',
    });
    expect(await failure({ profile: 'dev' })).toMatchObject({
      message: 'no AWS credentials of profile dev were found',
      hint: 'aws configure --profile dev',
    });
    expect(actions()).toEqual([]);
  });

  it('since the sign-in has expired, it says how to sign in', async () => {
    server = await startTinyAws({ GetFunctionConfiguration: json({ message: 'x' }, 403, 'ExpiredTokenException') });
    expect(await failure({ env: { AWS_PROFILE: 'dev' } })).toMatchObject({
      exitCode: 3,
      message: 'the AWS sign-in of profile dev has expired',
      hint: 'aws sso login --profile dev',
    });
  });

  it('since the role may not be assumed, it names the role', async () => {
    const sts =
      '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>';
    server = await startTinyAws({ ...network, AssumeRole: text(sts, 403, 'text/xml') });
    expect(await failure({ roleArn: 'arn:aws:iam::123456789012:role/audit' })).toMatchObject({
      exitCode: 3,
      message: 'the role arn:aws:iam::123456789012:role/audit may not be assumed',
    });
    expect(actions()).toEqual(['AssumeRole']);
  });

  it('for want of a connection, it names the Region', async () => {
    expect(await failure()).toMatchObject({ exitCode: 3, message: 'no connection to AWS Lambda in eu-west-1' });
  });

  it('for want of a region, it is wrong use', async () => {
    vi.stubEnv('AWS_REGION', undefined);
    expect(await failure({ region: null })).toMatchObject({
      name: 'UserError',
      exitCode: 2,
      message: 'no AWS region is set',
      hint: '--region eu-west-1',
    });
  });

  it.each([
    [{ region: 'eu west' }, 'eu west is not an AWS region'],
    [{ endpointUrl: 'localhost' }, '--endpoint-url is not an http or https URL'],
    [{ env: { AWS_CA_BUNDLE: '/nonexistent.pem' } }, 'AWS_CA_BUNDLE names /nonexistent.pem, which cannot be read'],
  ])('%j is wrong use', async (more, message) => {
    expect(await failure(more)).toMatchObject({ name: 'UserError', exitCode: 2, message });
  });
});

describe('the region', () => {
  const regionWith = async (functions: readonly FunctionReference[], more: Partial<AwsSettings>) => {
    server = await startTinyAws(network);
    return (await collect({ functions, settings: settings(more), now })).region;
  };

  it.each([
    [{ AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-2'],
    [{ AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-3'],
  ])('comes from %j', async (env, region) => {
    expect(await regionWith([reference('orders')], { region: null, env })).toBe(region);
  });

  it('of an ARN comes first', async () => {
    const asked = arn.replace('eu-west-1', 'eu-north-1');
    const named = { ...reference('orders'), asked, region: 'eu-north-1', account: '123456789012' };
    expect(await regionWith([named], { region: null, env: { AWS_REGION: 'eu-west-2' } })).toBe('eu-north-1');
  });
});

describe('with a role', () => {
  it('the role is assumed once for both services', async () => {
    const credentials =
      '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey>' +
      '<SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>';
    server = await startTinyAws({ ...network, AssumeRole: text(credentials, 200, 'text/xml') });
    const roleArn = 'arn:aws:iam::123456789012:role/audit';
    const snapshot = await collect({ functions: [reference('orders')], settings: settings({ roleArn }), now });
    expect(calls('AssumeRole').map(({ parameters }) => parameters.get('RoleArn'))).toEqual([roleArn]);
    expect(snapshot.apiCalls).toBe(server.requests.length - 1);
  });
});

describe('an abort', () => {
  it('ends the run at once', async () => {
    server = await startTinyAws({ ...network, DescribeRouteTables: () => undefined });
    const stop = new AbortController();
    const running = collect({ functions: [reference('orders')], settings: settings(), now, signal: stop.signal });
    await vi.waitFor(() => expect(actions()).toContain('DescribeRouteTables'));
    const started = Date.now();
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(Date.now() - started).toBeLessThan(500);
  });

  it('before the run asks nothing', async () => {
    server = await startTinyAws(network);
    const signal = AbortSignal.abort();
    const running = collect({ functions: [reference('orders')], settings: settings(), now, signal });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(actions()).toEqual([]);
  });
});
