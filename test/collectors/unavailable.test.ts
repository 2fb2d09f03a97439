import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { NotUnderstood } from '../../src/collectors/answer.ts';
import { NoAnswerInTime, NoConnectionInTime } from '../../src/collectors/connection.ts';
import { NoCredentials, reasonOf } from '../../src/collectors/unavailable.ts';
import type { UnavailableReason } from '../../src/model/section.ts';
import { type Answer, ec2Error, json, startTinyAws, text } from './tiny-aws.ts';

const client = (endpoint: string) => ({
  region: 'eu-west-1',
  endpoint,
  credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  maxAttempts: 1,
});

const thrownBy = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return `no error but ${JSON.stringify(await call)}`;
  } catch (error) {
    return error;
  }
};

const askEc2 = (url: string) => thrownBy(new EC2Client(client(url)).send(new DescribeSubnetsCommand({})));
const askLambda = (url: string) =>
  thrownBy(new LambdaClient(client(url)).send(new GetFunctionConfigurationCommand({ FunctionName: 'orders' })));

const cutOff: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '500' });
  response.write('<DescribeSubnetsResponse>');
  setTimeout(() => response.destroy(), 20);
};

const policy = (words: string) =>
  ec2Error('UnauthorizedOperation', `User: arn:aws:iam::1:user/x is not authorized to perform: y ${words}`, 403);

describe('the reason for an error that the SDK throws for an answer of EC2', () => {
  const table: Record<string, readonly [Answer, UnavailableReason]> = {
    'a denial': [ec2Error('UnauthorizedOperation', 'You are not authorized', 403), 'access denied'],
    'a denial without a policy': [
      policy('because no identity-based policy allows the ec2:DescribeSubnets action'),
      'access denied: no identity-based policy allows it',
    ],
    'a denial by a policy': [
      policy('with an explicit deny in an identity-based policy'),
      'access denied: an explicit deny in an identity-based policy',
    ],
    'a denial by a service control policy': [
      policy('with an explicit deny in a service control policy'),
      'access denied: a service control policy',
    ],
    'a missing permission in a service control policy': [
      policy('because no service control policy allows the action'),
      'access denied: a service control policy',
    ],
    'a denial by a resource control policy': [
      policy('with an explicit deny in a resource control policy'),
      'access denied: a resource control policy',
    ],
    'a denial by a permissions boundary': [
      policy('because no permissions boundary allows the action'),
      'access denied: a permissions boundary',
    ],
    'a denial by a session policy': [
      policy('because no session policy allows the action'),
      'access denied: a session policy',
    ],
    'expired credentials': [ec2Error('RequestExpired'), 'credentials were not accepted'],
    'an unknown key': [ec2Error('AuthFailure', 'no', 401), 'credentials were not accepted'],
    'a wrong signature': [ec2Error('SignatureDoesNotMatch', 'no', 403), 'credentials were not accepted'],
    'too many requests': [ec2Error('RequestLimitExceeded', 'slow down', 503), 'throttled'],
    'an action that it does not know': [ec2Error('InvalidAction'), 'unsupported by this endpoint'],
    'no such path': [text('', 404), 'unsupported by this endpoint'],
    'not implemented': [text('no', 501, 'text/plain'), 'unsupported by this endpoint'],
    'an HTML page instead of an error': [text('<html><body>Oops</body></html>', 500), 'the service failed'],
    'an HTML page that is no XML': [text('<html><br>Oops</html>', 502), 'the service failed'],
    'a text instead of XML': [text('hello', 200), 'the answer was not understood'],
    'half a document': [text('<DescribeSubnetsResponse><subnetSet>', 200), 'the answer was not understood'],
    'a body that is cut': [cutOff, 'the answer was cut off'],
    'a connection that is cut': [(response) => response.destroy(), 'the answer was cut off'],
    'a refusal with another code': [ec2Error('InvalidParameterValue'), 'the service failed'],
  };

  it.each(Object.entries(table))('%s', async (_, [answer, reason]) => {
    const server = await startTinyAws({ DescribeSubnets: answer });
    expect(reasonOf(await askEc2(server.url))).toBe(reason);
    await server.close();
  });
});

describe('the reason for an error that the SDK throws for an answer of Lambda', () => {
  const table: Record<string, readonly [Answer, UnavailableReason]> = {
    'a denial': [json({ Message: 'no' }, 403, 'AccessDeniedException'), 'access denied'],
    'a denial without a code': [json({ message: 'Forbidden' }, 403), 'access denied'],
    'expired credentials': [json({ message: 'x' }, 403, 'ExpiredTokenException'), 'credentials were not accepted'],
    'an unknown key': [json({ message: 'x' }, 403, 'UnrecognizedClientException'), 'credentials were not accepted'],
    'a wrong signature': [json({ message: 'x' }, 403, 'InvalidSignatureException'), 'credentials were not accepted'],
    'too many requests': [json({ message: 'x' }, 429, 'TooManyRequestsException'), 'throttled'],
    'an operation that it does not know': [json({}, 404, 'UnknownOperationException'), 'unsupported by this endpoint'],
    'an HTML page': [text('<html></html>', 200), 'the answer was not understood'],
    'an error of the service': [json({ message: 'x' }, 500, 'ServiceException'), 'the service failed'],
  };

  it.each(Object.entries(table))('%s', async (_, [answer, reason]) => {
    const server = await startTinyAws({ GetFunctionConfiguration: answer });
    expect(reasonOf(await askLambda(server.url))).toBe(reason);
    await server.close();
  });
});

describe('the reason for other errors', () => {
  it('no connection, if nothing listens', async () => {
    const server = await startTinyAws({});
    await server.close();
    expect(reasonOf(await askEc2(server.url))).toBe('no connection');
  });

  it('no connection, if the name does not exist', async () => {
    expect(reasonOf(await askEc2('http://ec2.invalid'))).toBe('no connection');
  });

  it.each([
    [new NoConnectionInTime(), 'no connection'],
    [new NoAnswerInTime(), 'timed out'],
    [new NotUnderstood(), 'the answer was not understood'],
    [new NoCredentials(new Error('x')), 'credentials were not accepted'],
    [Object.assign(new Error('x'), { code: 'ETIMEDOUT' }), 'timed out'],
    [Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }), 'no connection'],
  ] as const)('%s', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it.each([
    undefined,
    null,
    'text',
    7,
    {},
    new Error('x'),
    { $metadata: null },
    { $metadata: { httpStatusCode: 'x' } },
  ])('never throws: %j', (error) => {
    expect(reasonOf(error)).toBe('the answer was not understood');
  });
});
