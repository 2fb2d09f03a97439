import type { AwsError } from './aws-error.ts';
import { escapeXml } from './xml.ts';

/** What goes back over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `truncated`: half of the promised length, then the socket dies. `never`: accepted and left waiting. */
  readonly delivery: 'whole' | 'truncated' | 'never';
}

export const xmlReply = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml;charset=UTF-8' },
  body,
  delivery: 'whole',
});

export const jsonReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
  delivery: 'whole',
});

const code = (error: AwsError): string => (error.code === null ? '' : `<Code>${escapeXml(error.code)}</Code>`);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ec2Error = (error: AwsError, requestId: string): Reply =>
  xmlReply(
    error.status,
    `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error>${code(error)}<Message>${escapeXml(error.message)}` +
      `</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`,
  );

/** IAM and STS. https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const queryError = (error: AwsError, requestId: string): Reply =>
  xmlReply(
    error.status,
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>${code(error)}` +
      `<Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  );

/** https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html */
const lambdaError = (error: AwsError, requestId: string): Reply =>
  jsonReply(
    error.status,
    { Type: error.status >= 500 ? 'Server' : 'User', Message: error.message },
    { 'x-amzn-requestid': requestId, ...(error.code === null ? {} : { 'x-amzn-errortype': error.code }) },
  );

/** A refusal in the form of the service that was asked. */
export const errorReply = (service: string, error: AwsError, requestId: string): Reply => {
  if (service === 'lambda' || service === 'elasticfilesystem') return lambdaError(error, requestId);
  return service === 'ec2' ? ec2Error(error, requestId) : queryError(error, requestId);
};
