import { ExitCode, UserError } from '../errors.ts';
import type { UnavailableReason } from '../model/section.ts';
import type { AwsSettings } from './aws.ts';
import { failureOf, NoCredentials, reasonOf } from './unavailable.ts';

const incomplete = (message: string, hint: string) => new UserError(message, hint, ExitCode.incomplete);

/** ` --profile dev`, as it is written behind an AWS CLI command. */
const profileOption = (profile: string | null) => (profile === null ? '' : ` --profile ${profile}`);

/** Fixed words of the SDK's own errors that say how to sign in again. */
const signInCommands: readonly (readonly [RegExp, string])[] = [
  [/aws sso login/, 'aws sso login'],
  [/aws login|reauthenticate|\.aws.login.cache/, 'aws login'],
];

const signInFailure = (error: unknown, profile: string | null): UserError => {
  const whose = profile === null ? '' : ` of profile ${profile}`;
  const option = profileOption(profile);
  const { name, message, status } = failureOf(error instanceof NoCredentials ? error.source : error);
  const isOfSdk = status === null;
  const command = isOfSdk ? signInCommands.find(([words]) => words.test(message))?.[1] : undefined;
  if (command || /^ExpiredToken(Exception)?$/.test(name)) {
    return incomplete(`the AWS sign-in${whose} has expired`, `${command ?? 'aws sso login'}${option}`);
  }
  if (isOfSdk && message.includes('multi-factor authentication')) {
    const command = `eval "$(aws configure export-credentials --format env${option})"`;
    return incomplete(`the AWS sign-in${whose} needs an MFA code, which cannot be entered here`, command);
  }
  if (/^Request(Expired|InTheFuture)$/.test(name)) {
    return incomplete('AWS refused the request because of its time', 'compare the clock of this machine: date -u');
  }
  if (isOfSdk) return incomplete(`no AWS credentials${whose} were found`, `aws configure${option}`);
  return incomplete(`AWS did not accept the credentials${whose}`, `aws sts get-caller-identity${option}`);
};

const roleFailure = (error: NoCredentials, roleArn: string, profile: string | null): UserError | null =>
  /^AccessDenied/.test(failureOf(error.source).name)
    ? incomplete(`the role ${roleArn} may not be assumed`, `aws sts get-caller-identity${profileOption(profile)}`)
    : null;

const isConnection = (reason: UnavailableReason) => reason === 'no connection' || reason === 'timed out';

/**
 * The error to end with if AWS could not be asked at all; null if it answered. It says what to do and holds no text of
 * an answer.
 */
export const accessFailure = (error: unknown, settings: AwsSettings, region: string): UserError | null => {
  const profile = settings.profile ?? (settings.env['AWS_PROFILE'] || null);
  if (error instanceof NoCredentials && settings.roleArn !== null) {
    const failure = roleFailure(error, settings.roleArn, profile);
    if (failure) return failure;
  }
  const reason = reasonOf(error instanceof NoCredentials ? error.source : error);
  switch (error instanceof NoCredentials && !isConnection(reason) ? 'credentials were not accepted' : reason) {
    case 'credentials were not accepted':
      return signInFailure(error, profile);
    case 'no connection':
      return incomplete(`no connection to AWS Lambda in ${region}`, 'check the region, the proxy and the endpoint URL');
    case 'timed out':
      return incomplete(`AWS Lambda in ${region} did not answer in time`, 'check the proxy and the endpoint URL');
    default:
      return null;
  }
};
