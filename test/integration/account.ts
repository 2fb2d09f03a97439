import { CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { type Clients, clientsOf } from '../support/aws-server/clients.ts';

export const region = 'eu-west-1';
/** Planted in every function's environment: it must never be seen in anything that the program writes. */
export const environmentSecret = 'planted-environment-value';

/** What an answer of the server must hold for the test to go on. */
export const given = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('the server left out what it made');
  return value;
};

/** IAM has a client of its own in the SDK; for one role a query by hand will do. A stand-in reads no signature. */
const createRole = async (url: string): Promise<string> => {
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const credential = 'AKIDEXAMPLE/20260101/us-east-1/iam/aws4_request';
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0` },
    body: new URLSearchParams({
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName: 'orders-api',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
    }),
  });
  return given(/<Arn>([^<]+)<\/Arn>/.exec(await answer.text())?.[1]);
};

export interface Account extends Pick<Clients, 'ec2' | 'lambda'> {
  readonly roleArn: string;
}

export const openAccount = async (url: string): Promise<Account> => ({
  ...clientsOf(url, { region }),
  roleArn: await createRole(url),
});

export interface Attachment {
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

export const vpcConfigOf = ({ subnetIds, securityGroupId }: Attachment) => ({
  SubnetIds: [...subnetIds],
  SecurityGroupIds: [securityGroupId],
});

/** A zip archive without a file in it, which is never run: its end record with every count 0. */
const emptyZip = Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...Array<number>(18).fill(0)]);

/** Makes a function in these subnets, or in no VPC, and gives its name. */
export const addFunction = async (
  { lambda, roleArn }: Account,
  name: string,
  attachment: Attachment | null,
): Promise<string> => {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Role: roleArn,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: emptyZip },
      Environment: { Variables: { DATABASE_PASSWORD: environmentSecret } },
      ...(attachment && { VpcConfig: vpcConfigOf(attachment) }),
    }),
  );
  return name;
};
