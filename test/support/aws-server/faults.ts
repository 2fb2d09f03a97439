import type { UnavailableReason } from '../../../src/model/section.ts';
import { AwsError } from './aws-error.ts';
import { byHand } from './by-hand.ts';
import type { AwsCall } from './call.ts';
import { unknownEc2Action } from './ec2/index.ts';
import { unknownLambdaAction } from './lambda.ts';
import { errorReply, type Reply } from './reply.ts';
import { denial } from './world.ts';

/**
 * What goes wrong with an action. `after` answers are given properly first, so that a later page can fail. With
 * `asking` it strikes only calls that have this value among their parameters.
 */
export type Fault = { readonly after?: number; readonly asking?: string } & (
  | { readonly kind: 'denied'; readonly because?: UnavailableReason }
  /**
   * `times` refusals, then proper answers; for ever without it. With `above` it refuses only calls that come when as
   * many have come to the service within the last second.
   */
  | { readonly kind: 'throttled'; readonly times?: number; readonly above?: number }
  | { readonly kind: 'unknown-action' }
  | { readonly kind: 'html' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'no-code' }
  | { readonly kind: 'credentials'; readonly problem: 'invalid' | 'expired' }
  /** A denial whose message repeats what was sent and the given secrets; the code, where asked, is the secrets. */
  | { readonly kind: 'echo'; readonly secrets: readonly string[]; readonly in: 'message' | 'code' }
  | { readonly kind: 'delayed'; readonly ms: number }
  /** Held back until nothing else has arrived or been answered for so long. */
  | { readonly kind: 'held'; readonly quietMs: number }
  | { readonly kind: 'by-hand'; readonly answer: string }
);

const throttling: Readonly<Record<string, AwsError>> = {
  ec2: new AwsError(503, 'RequestLimitExceeded', 'Request limit exceeded.'),
  elasticfilesystem: new AwsError(429, 'ThrottlingException', 'Rate exceeded'),
  iam: new AwsError(400, 'Throttling', 'Rate exceeded'),
  lambda: new AwsError(429, 'TooManyRequestsException', 'Rate exceeded'),
  sts: new AwsError(400, 'Throttling', 'Rate exceeded'),
};

/** EC2 words an expired session as an expired request. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const credentialErrors: Readonly<Record<string, Readonly<Record<'invalid' | 'expired', AwsError>>>> = {
  ec2: {
    invalid: new AwsError(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials'),
    expired: new AwsError(400, 'RequestExpired', 'Request has expired.'),
  },
  lambda: {
    invalid: new AwsError(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.'),
    expired: new AwsError(403, 'ExpiredTokenException', 'The security token included in the request is expired'),
  },
  sts: {
    invalid: new AwsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
    expired: new AwsError(403, 'ExpiredToken', 'The security token included in the request is expired'),
  },
};

const htmlPage: Reply = {
  status: 500,
  headers: { 'content-type': 'text/html' },
  body: '<!DOCTYPE html><html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>',
  delivery: 'whole',
};

const echo = (call: AwsCall, secrets: readonly string[], where: 'message' | 'code'): AwsError => {
  const repeated = [...secrets, JSON.stringify(call.headers)].join(' ');
  return new AwsError(403, where === 'code' ? secrets.join('-') : 'UnauthorizedOperation', `Refused: ${repeated}`);
};

const faultError = (fault: Fault, call: AwsCall, account: string): AwsError | null => {
  switch (fault.kind) {
    case 'denied':
      return denial(
        call.service,
        call.action,
        account,
        fault.because ?? 'access denied: no identity-based policy allows it',
      );
    case 'throttled':
      return throttling[call.service] ?? null;
    case 'unknown-action':
      return ['lambda', 'elasticfilesystem'].includes(call.service)
        ? unknownLambdaAction(call.action)
        : unknownEc2Action(call.action);
    case 'no-code':
      return new AwsError(500, null, 'something went wrong');
    case 'credentials':
      return credentialErrors[call.service]?.[fault.problem] ?? null;
    case 'echo':
      return echo(call, fault.secrets, fault.in);
    default:
      return null;
  }
};

/** The answer under a fault; `proper` makes the one without. */
export const faultReply = (fault: Fault, call: AwsCall, account: string, id: string, proper: () => Reply): Reply => {
  const error = faultError(fault, call, account);
  if (error !== null) return errorReply(call.service, error, id);
  if (fault.kind === 'html') return htmlPage;
  if (fault.kind === 'by-hand') return byHand(call, fault.answer);
  if (fault.kind === 'truncated') return { ...proper(), delivery: 'truncated' };
  if (fault.kind === 'stalled') return { ...proper(), delivery: 'never' };
  return proper();
};
