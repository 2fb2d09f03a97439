import { describe, expect, it, vi } from 'vitest';
import { collect } from '../../src/collect.ts';
import type { AwsSettings } from '../../src/collectors/aws.ts';
import type { FunctionReference } from '../../src/model/function-reference.ts';
import { json, text } from '../collectors/tiny-aws.ts';
import { actions, arn, calls, network, now, reference, requests, settings, start } from './account.ts';

describe('if AWS cannot be asked', () => {
  const failure = async (more: Partial<AwsSettings> = {}) =>
    collect({ functions: [reference('orders')], settings: settings(more), now }).catch((error: unknown) => error);

  it('for want of credentials, it says how to set them', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    await start(network);
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
    await start({ GetFunctionConfiguration: json({ message: 'x' }, 403, 'ExpiredTokenException') });
    expect(await failure({ env: { AWS_PROFILE: 'dev' } })).toMatchObject({
      exitCode: 3,
      message: 'the AWS sign-in of profile dev has expired',
      hint: 'aws sso login --profile dev',
    });
  });

  it('since the role may not be assumed, it names the role', async () => {
    const sts =
      '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>';
    await start({ ...network, AssumeRole: text(sts, 403, 'text/xml') });
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
      hint: 'for example --region eu-west-1, or AWS_REGION in the environment',
    });
  });

  it.each([
    [{ region: 'eu west' }, 'eu west is not an AWS region'],
    [{ endpointUrl: 'localhost' }, 'the value of --endpoint-url is not a URL'],
    [{ endpointUrl: null, env: { AWS_ENDPOINT_URL: 'localhost:4566' } }, 'the value of AWS_ENDPOINT_URL is not a URL'],
    [{ endpointUrl: null, env: { AWS_ENDPOINT_URL_EC2: 'no' } }, 'the value of AWS_ENDPOINT_URL_EC2 is not a URL'],
    [
      { endpointUrl: null, env: { AWS_ENDPOINT_URL_LAMBDA: 'no' } },
      'the value of AWS_ENDPOINT_URL_LAMBDA is not a URL',
    ],
  ])('%j is wrong use', async (more, message) => {
    expect(await failure(more)).toMatchObject({ name: 'UserError', exitCode: 2, message });
  });
});

describe('the region', () => {
  const regionWith = async (functions: readonly FunctionReference[], more: Partial<AwsSettings>) => {
    await start(network);
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
    await start({ ...network, AssumeRole: text(credentials, 200, 'text/xml') });
    const roleArn = 'arn:aws:iam::123456789012:role/audit';
    const snapshot = await collect({ functions: [reference('orders')], settings: settings({ roleArn }), now });
    expect(calls('AssumeRole').map(({ parameters }) => parameters.get('RoleArn'))).toEqual([roleArn]);
    expect(snapshot.apiCalls).toBe(requests().length - 1);
  });
});

describe('an abort', () => {
  it('ends the run at once', async () => {
    await start({ ...network, DescribeRouteTables: () => undefined });
    const stop = new AbortController();
    const running = collect({ functions: [reference('orders')], settings: settings(), now, signal: stop.signal });
    await vi.waitFor(() => expect(actions()).toContain('DescribeRouteTables'));
    const started = Date.now();
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(Date.now() - started).toBeLessThan(500);
  });

  it('before the run asks nothing', async () => {
    await start(network);
    const signal = AbortSignal.abort();
    const running = collect({ functions: [reference('orders')], settings: settings(), now, signal });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(actions()).toEqual([]);
  });
});
