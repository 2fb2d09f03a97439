import type { UnavailableReason } from '../model/section.ts';
import { Incomplete, NotUnderstood } from './answer.ts';
import { NoAnswerInTime, NoConnectionInTime } from './connection.ts';

/** The credentials could not be had: none are set, a sign-in has expired, a role may not be assumed. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';
  /** What the SDK threw. Not `cause`: the SDK looks for errors to retry there. */
  readonly source: unknown;

  constructor(source: unknown) {
    super('no credentials');
    this.source = source;
  }
}

/** What errors of the SDK, of Node and of the JSON parser have in common, as far as it is read. */
interface Failure {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status: number | null;
  /** Whether the service's own error was read, so that its code is known or the service gave none. */
  readonly fromService: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** An error may be anything; what it lacks is empty. */
export const failureOf = (error: unknown): Failure => {
  const { code, $fault, $metadata } = record(error);
  const { httpStatusCode: status } = record($metadata);
  return {
    name: error instanceof Error ? error.name : '',
    code: textOf(code),
    message: error instanceof Error ? error.message : '',
    status: typeof status === 'number' ? status : null,
    fromService: $fault !== undefined,
  };
};

/**
 * Phrases of IAM that say which policy denies; nothing else of a message is kept.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const policyPhrases: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/no identity-based policy allows/, 'access denied: no identity-based policy allows it'],
  [/explicit deny in an identity-based policy/, 'access denied: an explicit deny in an identity-based policy'],
  [/(deny in a|no) service control policy/, 'access denied: a service control policy'],
  [/(deny in a|no) resource control policy/, 'access denied: a resource control policy'],
  [/(deny in a|no) permissions boundary/, 'access denied: a permissions boundary'],
  [/(deny in a|no) session policy/, 'access denied: a session policy'],
];

const accessDenied = (message: string): UnavailableReason =>
  policyPhrases.find(([phrase]) => phrase.test(message))?.[1] ?? 'access denied';

/** Error codes. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const codes: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/^(NoCredentials|CredentialsProviderError|TokenProviderError)$/, 'credentials were not accepted'],
  [/^(ExpiredToken(Exception)?|RequestExpired|RequestInTheFuture)$/, 'credentials were not accepted'],
  [/^(UnrecognizedClient(Exception)?|InvalidClientTokenId|AuthFailure)$/, 'credentials were not accepted'],
  [/^(SignatureDoesNotMatch|InvalidSignatureException|MissingAuthenticationToken)$/, 'credentials were not accepted'],
  [/^(IncompleteSignature|OptInRequired|InvalidAccessKeyId)/, 'credentials were not accepted'],
  [/^(RequestLimitExceeded|EC2ThrottledException|SlowDown|TooManyRequestsException)$/, 'throttled'],
  [/^(Throttl|RequestThrottled)/, 'throttled'],
  [
    /^(InvalidAction|UnknownOperation(Exception)?|UnsupportedOperation|NotImplemented)$/,
    'unsupported by this endpoint',
  ],
  [/^(UnknownParameter|NoSuchVersion)$/, 'unsupported by this endpoint'],
];

/** Codes of Node. https://nodejs.org/docs/latest-v20.x/api/errors.html#common-system-errors */
const connectionCodes =
  /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|EAI_AGAIN|EPROTO|ERR_TLS_.*|.*CERT.*)$/;
const cutCodes = /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_.*)$/;

const connectionReason = (error: unknown, { name, code }: Failure): UnavailableReason | null => {
  if (error instanceof NoAnswerInTime) return 'timed out';
  if (error instanceof NoConnectionInTime || connectionCodes.test(code)) return 'no connection';
  if (cutCodes.test(code)) return 'the answer was cut off';
  return name === 'TimeoutError' || code === 'ETIMEDOUT' ? 'timed out' : null;
};

/** An answer without a code that is known here: the status is what is left. */
const statusReason = ({ status, fromService }: Failure): UnavailableReason => {
  if (status === 429) return 'throttled';
  if (status === 404 || status === 501) return 'unsupported by this endpoint';
  if (status !== null && status >= 500) return 'the service failed';
  if (!fromService) return 'the answer was not understood';
  return status === 401 || status === 403 ? 'access denied' : 'the service failed';
};

/** Why a call gave nothing. No text of the answer is kept, since an answer can echo what was sent. */
export const reasonOf = (error: unknown): UnavailableReason => {
  const failure = failureOf(error);
  if (error instanceof NotUnderstood) return 'the answer was not understood';
  if (error instanceof Incomplete) return 'the answer was cut off';
  if (/^(UnauthorizedOperation|AccessDenied(Exception)?)$/.test(failure.name)) return accessDenied(failure.message);
  const known = codes.find(([code]) => code.test(failure.name))?.[1];
  return known ?? connectionReason(error, failure) ?? statusReason(failure);
};
