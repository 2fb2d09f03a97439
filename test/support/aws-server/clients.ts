import { EC2Client } from '@aws-sdk/client-ec2';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { STSClient } from '@aws-sdk/client-sts';

interface ClientOptions {
  readonly region?: string;
  readonly maxAttempts?: number;
}

/** Clients of the unmodified SDK that talk to `endpoint`. One attempt, so that a fault is seen as it is. */
export const clientsOf = (endpoint: string, { region = 'eu-west-1', maxAttempts = 1 }: ClientOptions = {}) => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example/secret/access/key' };
  const settings = { endpoint, region, credentials, maxAttempts };
  return { ec2: new EC2Client(settings), lambda: new LambdaClient(settings), sts: new STSClient(settings) };
};

export type Clients = ReturnType<typeof clientsOf>;
