import { type FunctionConfiguration, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { FunctionReference } from '../model/function-reference.ts';
import { Arn, SecurityGroupId, SubnetId, VpcId } from '../model/ids.ts';
import {
  type FunctionNetwork,
  FunctionState,
  type LambdaFunction,
  LastUpdateStatus,
} from '../model/kinds/functions.ts';
import { count, ids, NotUnderstood, optional, optionalWord, required, text } from './answer.ts';
import type { FunctionCollector } from './collector.ts';
import { namedTargets } from './named-targets.ts';

/** A function that is not in a VPC has no VpcConfig, or one with empty lists. */
const network = (raw: FunctionConfiguration): FunctionNetwork => {
  const capacityProvider = raw.CapacityProviderConfig;
  if (capacityProvider) {
    const arn = capacityProvider.LambdaManagedInstancesCapacityProviderConfig?.CapacityProviderArn;
    return { kind: 'capacity-provider', capacityProviderArn: arn ?? '' };
  }
  const vpc = raw.VpcConfig;
  if (!vpc?.SubnetIds?.length) return { kind: 'none' };
  return {
    kind: 'vpc',
    vpcId: optional(VpcId, vpc.VpcId),
    subnetIds: ids(SubnetId, vpc.SubnetIds),
    securityGroupIds: ids(SecurityGroupId, vpc.SecurityGroupIds),
    ipv6AllowedForDualStack: vpc.Ipv6AllowedForDualStack ?? false,
  };
};

/** `arn:aws:lambda:eu-west-1:123456789012:function:orders:live` without what follows the name. */
const unqualified = (arn: string): Arn => required(Arn, arn.split(':').slice(0, 7).join(':'));

const nameIn = (arn: string): string => {
  const name = arn.split(':')[6];
  if (!name) throw new NotUnderstood();
  return name;
};

const regionIn = (arn: string): string => arn.split(':')[3] ?? '';

/** Values of environment variables end here; the names go on and, if it is looked for, what the values name as a target. */
export const fromAws = (raw: FunctionConfiguration, qualifier: string | null, detect: boolean): LambdaFunction => {
  const arn = required(Arn, raw.FunctionArn);
  const named = detect ? namedTargets(raw, regionIn(arn)) : [];
  return {
    name: nameIn(arn),
    arn: unqualified(arn),
    qualifier,
    version: text(raw.Version),
    network: network(raw),
    state: optionalWord(FunctionState, raw.State),
    stateReasonCode: text(raw.StateReasonCode),
    stateReason: text(raw.StateReason),
    lastUpdateStatus: optionalWord(LastUpdateStatus, raw.LastUpdateStatus),
    lastUpdateStatusReasonCode: text(raw.LastUpdateStatusReasonCode),
    lastUpdateStatusReason: text(raw.LastUpdateStatusReason),
    timeout: count(raw.Timeout),
    environmentVariableNames: Object.keys(raw.Environment?.Variables ?? {}).sort(),
    ...(named.length > 0 && { namedTargets: named }),
  };
};

/** The function as Lambda takes it: its ARN where the reference is one, so that another account's can be read. */
const functionName = ({ asked, account, name }: FunctionReference): string => {
  if (asked.startsWith('arn:')) return unqualified(asked);
  return account === null ? name : `${account}:function:${name}`;
};

const collector: FunctionCollector = {
  kind: 'functions',
  // ListFunctions only looks for names like one that does not exist.
  actions: ['lambda:GetFunctionConfiguration', 'lambda:ListFunctions'],
  scope: 'function',
  async collect(aws, reference, detect) {
    const { qualifier } = reference;
    const input = { FunctionName: functionName(reference), ...(qualifier !== null && { Qualifier: qualifier }) };
    return fromAws(await aws.lambda.send(new GetFunctionConfigurationCommand(input), aws.options), qualifier, detect);
  },
};

export default collector;
