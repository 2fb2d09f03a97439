import type { Snapshot } from '../../../src/model/snapshot.ts';
import { AwsError } from './aws-error.ts';
import type { AwsCall } from './call.ts';
import { answerEc2 } from './ec2/index.ts';
import { type Fault, faultReply } from './faults.ts';
import { answerFileSystems } from './file-systems.ts';
import { answerIam } from './iam.ts';
import { answerLambda } from './lambda.ts';
import { errorReply, type Reply } from './reply.ts';
import { answerSts } from './sts.ts';
import { type World, worldOf } from './world.ts';

export interface Account {
  readonly snapshot: Snapshot;
  readonly pageSize?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const answerService = (call: AwsCall, world: World, requestId: string): Reply => {
  if (call.service === 'ec2') return answerEc2(call, world, requestId);
  if (call.service === 'lambda') return answerLambda(call, world);
  if (call.service === 'elasticfilesystem') return answerFileSystems(call, world);
  if (call.service === 'iam') return answerIam(call, world, requestId);
  if (call.service === 'sts') return answerSts(call, world, requestId);
  throw new AwsError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
};

/** The answer to one call, under a fault if one strikes it. */
export const answerCall = (call: AwsCall, fault: Fault | null, account: Account, requestId: string): Reply => {
  const limits = { pageSize: account.pageSize ?? null, environment: account.environment ?? {} };
  const world = worldOf(account.snapshot, call.region, limits);
  const proper = (): Reply => {
    try {
      return answerService(call, world, requestId);
    } catch (error) {
      if (error instanceof AwsError) return errorReply(call.service, error, requestId);
      throw error;
    }
  };
  return fault === null ? proper() : faultReply(fault, call, world.account, requestId, proper);
};
