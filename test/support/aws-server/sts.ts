import { AwsError } from './aws-error.ts';
import type { AwsCall } from './call.ts';
import { type Reply, xmlReply } from './reply.ts';
import type { World } from './world.ts';
import { escapeXml } from './xml.ts';

/** Access key that AssumeRole hands out; what is asked with it is asked under the role. */
export const assumedAccessKeyId = 'ASIAASSUMEDEXAMPLE00';
export const assumedSecretAccessKey = 'assumed/secret/access/key/0123456789abcd';
export const assumedSessionToken = 'assumed-session-token-0123456789';

const answer = (action: string, result: string, requestId: string): Reply =>
  xmlReply(
    200,
    `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result>` +
      `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
  );

const assumeRole = (call: AwsCall, requestId: string): Reply => {
  const role = escapeXml(call.parameters['RoleArn'] ?? '');
  const session = escapeXml(call.parameters['RoleSessionName'] ?? '');
  return answer(
    'AssumeRole',
    `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:${session}</AssumedRoleId><Arn>${role}/${session}</Arn></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${assumedAccessKeyId}</AccessKeyId><SecretAccessKey>${assumedSecretAccessKey}` +
      `</SecretAccessKey><SessionToken>${assumedSessionToken}</SessionToken>` +
      '<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>',
    requestId,
  );
};

export const stsActions = ['AssumeRole', 'GetCallerIdentity'] as const;

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
export const answerSts = (call: AwsCall, world: World, requestId: string): Reply => {
  if (call.action === 'AssumeRole') return assumeRole(call, requestId);
  if (call.action === 'GetCallerIdentity') {
    const user = `<Arn>arn:aws:iam::${world.account}:user/doctor</Arn><UserId>AIDAEXAMPLE</UserId>`;
    return answer('GetCallerIdentity', `${user}<Account>${world.account}</Account>`, requestId);
  }
  throw new AwsError(400, 'InvalidAction', `Could not find operation ${call.action} for version 2011-06-15`);
};
