import { isRegion } from '../model/aws-hosts.ts';

/**
 * Services that a program calls to use what an ARN names, by the ARN's own word for the service. Others are left out: the
 * ARN of a role or of a database instance does not say which API is called with it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const servicesOfArns: ReadonlyMap<string, string> = new Map([
  ['appconfig', 'appconfigdata'],
  ['athena', 'athena'],
  ['batch', 'batch'],
  ['bedrock', 'bedrock-runtime'],
  ['cloudwatch', 'monitoring'],
  ['codebuild', 'codebuild'],
  ['dynamodb', 'dynamodb'],
  ['ecs', 'ecs'],
  ['events', 'events'],
  ['execute-api', 'execute-api'],
  ['firehose', 'kinesis-firehose'],
  ['glue', 'glue'],
  ['kinesis', 'kinesis-streams'],
  ['kms', 'kms'],
  ['lambda', 'lambda'],
  ['logs', 'logs'],
  ['s3', 's3'],
  ['scheduler', 'scheduler'],
  ['secretsmanager', 'secretsmanager'],
  ['ses', 'email'],
  ['sns', 'sns'],
  ['sqs', 'sqs'],
  ['ssm', 'ssm'],
  ['states', 'states'],
]);

export interface ArnService {
  readonly service: string;
  /** null for the ARN of a bucket, which names no region. */
  readonly region: string | null;
}

/** The service that an ARN stands for; null if it stands for none, or is no ARN. */
export const serviceOfArn = (text: string): ArnService | null => {
  const [, named = '', region = ''] =
    /^arn:aws(?:-[a-z-]+)?:([a-z0-9-]+):([a-z0-9-]*):(?:\d{12})?:\S+$/.exec(text) ?? [];
  const service = servicesOfArns.get(named);
  if (service === undefined || (region !== '' && !isRegion(region))) return null;
  return { service, region: region === '' ? null : region };
};
