import { afterEach, beforeEach, vi } from 'vitest';
import { collect } from '../../src/collect.ts';
import type { AwsSettings } from '../../src/collectors/aws.ts';
import type { FunctionReference } from '../../src/model/function-reference.ts';
import { type Answer, json, startTinyAws, type TinyAws, xml } from '../collectors/tiny-aws.ts';

export const secret = 'planted-secret';
export const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

export const lambdaAnswer = (vpcId: string | null, more: object = {}): Answer =>
  json({
    FunctionArn: arn,
    Environment: { Variables: { API_KEY: secret } },
    ...(vpcId !== null && {
      VpcConfig: { VpcId: vpcId, SubnetIds: ['subnet-a'], SecurityGroupIds: ['sg-1'] },
    }),
    ...more,
  });

export const item = (fields: Readonly<Record<string, string>>) =>
  `<item>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</item>`;

/** Answers a filter by `vpc-id` or `subnet-id` as EC2 does. */
export const filtered =
  (set: string, items: readonly { readonly vpcId: string; readonly id: string; readonly content: string }[]): Answer =>
  (response, parameters) => {
    const asked = new Set(
      [...parameters].filter(([name]) => /^Filter\.1\.Value\./.test(name)).map(([, value]) => value),
    );
    const found = items.filter(({ vpcId, id }) => asked.has(vpcId) || asked.has(id));
    xml(`<${set}>${found.map(({ content }) => content).join('')}</${set}>`)(response, parameters);
  };

const subnet = (id: string, vpcId: string) => ({ id, vpcId, content: item({ subnetId: id, vpcId }) });
/** A table with a route for a prefix list to an endpoint, and with more routes. */
export const table = (id: string, vpcId: string, destination: string, more = '') => ({
  id,
  vpcId,
  content: `<item><routeTableId>${id}</routeTableId><vpcId>${vpcId}</vpcId><routeSet>${item({
    destinationPrefixListId: destination,
    gatewayId: 'vpce-1',
    state: 'active',
  })}${more}</routeSet></item>`,
});

export const network: Readonly<Record<string, Answer>> = {
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

export const reference = (name: string): FunctionReference => ({
  asked: name,
  name,
  qualifier: null,
  region: null,
  account: null,
});

let server: TinyAws | null = null;

/** Starts the server of a test in place of an earlier one; it ends with the test. */
export const start = async (answers: Readonly<Record<string, Answer>>): Promise<TinyAws> => {
  await server?.close();
  server = await startTinyAws(answers);
  return server;
};

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

export const settings = (more: Partial<AwsSettings> = {}): AwsSettings => ({
  region: 'eu-west-1',
  profile: null,
  roleArn: null,
  endpointUrl: server?.url ?? 'http://127.0.0.1:9',
  env: {},
  ...more,
});

export const now = () => new Date('2026-01-02T03:04:05Z');

export const collected = async (answers: Readonly<Record<string, Answer>> = {}, names = ['orders']) => {
  await start({ ...network, ...answers });
  return collect({ functions: names.map(reference), settings: settings(), now });
};

export const requests = () => server?.requests ?? [];
export const actions = () => server?.requests.map(({ action }) => action) ?? [];
export const calls = (action: string) => server?.requests.filter((request) => request.action === action) ?? [];
