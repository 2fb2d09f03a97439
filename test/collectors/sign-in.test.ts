import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../../src/collectors/aws.ts';
import { accessFailure } from '../../src/collectors/sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
const config = `
[profile sso]
sso_session = company
sso_account_id = 123456789012
sso_role_name = audit
region = eu-west-3
[sso-session company]
sso_start_url = https://company.awsapps.com/start
sso_region = eu-west-1
[profile old-sso]
sso_start_url = https://company.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = audit
[profile mfa]
role_arn = arn:aws:iam::123456789012:role/audit
source_profile = keys
mfa_serial = arn:aws:iam::123456789012:mfa/me
[profile keys]
aws_access_key_id = AKIA
aws_secret_access_key = planted-secret
[profile login]
login_session = arn:aws:iam::123456789012:user/me
`;

beforeAll(() => writeFileSync(join(folder, 'config'), config));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  vi.stubEnv('HOME', folder);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'AWS_REGION']) {
    vi.stubEnv(name, undefined);
  }
  return () => vi.unstubAllEnvs();
});

const settingsOf = (profile: string) => ({ region: null, profile, roleArn: null, endpointUrl: null, env: {} });

it.each([
  ['sso', 'the AWS sign-in of profile sso has expired', 'aws sso login --profile sso'],
  ['old-sso', 'the AWS sign-in of profile old-sso has expired', 'aws sso login --profile old-sso'],
  ['login', 'the AWS sign-in of profile login has expired', 'aws login --profile login'],
  ['nobody', 'no AWS credentials of profile nobody were found', 'aws configure --profile nobody'],
  [
    'mfa',
    'the AWS sign-in of profile mfa needs an MFA code, which cannot be entered here',
    'eval "$(aws configure export-credentials --format env --profile mfa)"',
  ],
])('profile %s: %s', async (profile, message, hint) => {
  const settings = settingsOf(profile);
  const aws = await connect({ ...settings, region: 'eu-west-1' }, [], undefined);
  const error = await aws.ec2.config.credentials().catch((thrown: unknown) => thrown);
  expect(accessFailure(error, settings, aws.region)).toMatchObject({ message, hint, exitCode: 3 });
  aws.close();
});

it('the region comes from the profile if nothing else names one', async () => {
  const aws = await connect(settingsOf('sso'), [], undefined);
  expect(aws.region).toBe('eu-west-3');
  aws.close();
});

it('an error that is no matter of access is none', () => {
  expect(accessFailure(new Error('x'), settingsOf('sso'), 'eu-west-1')).toBeNull();
});
