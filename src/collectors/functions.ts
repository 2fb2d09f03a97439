import { type FunctionConfiguration, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { Arn } from '../model/ids.ts';
import { FunctionState, type LambdaFunction, LastUpdateStatus } from '../model/kinds/functions.ts';
import { count, ids, NotUnderstood, optionalWord, required, text } from './answer.ts';
import type { FunctionCollector } from './collector.ts';
import { eventSourceMappings } from './event-source-mappings.ts';
import { functionAliases } from './function-aliases.ts';
import { functionName, unqualified } from './function-name.ts';
import { networkOf } from './function-network.ts';
import { namedTargets } from './named-targets.ts';
import { roleActions } from './role-actions.ts';

const nameIn = (arn: string): string => {
  const name = arn.split(':')[6];
  if (!name) throw new NotUnderstood();
  return name;
};

const fileSystems = ({ FileSystemConfigs }: FunctionConfiguration): readonly Arn[] =>
  ids(
    Arn,
    FileSystemConfigs?.map((each) => each.Arn),
  );

const regionIn = (arn: string): string => arn.split(':')[3] ?? '';

/** Values of environment variables end here; the names go on and, if it is looked for, what the values name as a target. */
export const fromAws = (raw: FunctionConfiguration, qualifier: string | null, detect: boolean): LambdaFunction => {
  const arn = required(Arn, raw.FunctionArn);
  const named = detect ? namedTargets(raw, regionIn(arn)) : [];
  const mounted = detect ? fileSystems(raw) : [];
  return {
    name: nameIn(arn),
    arn: unqualified(arn),
    qualifier,
    version: text(raw.Version),
    network: networkOf(raw),
    state: optionalWord(FunctionState, raw.State),
    stateReasonCode: text(raw.StateReasonCode),
    stateReason: text(raw.StateReason),
    lastUpdateStatus: optionalWord(LastUpdateStatus, raw.LastUpdateStatus),
    lastUpdateStatusReasonCode: text(raw.LastUpdateStatusReasonCode),
    lastUpdateStatusReason: text(raw.LastUpdateStatusReason),
    timeout: count(raw.Timeout),
    environmentVariableNames: Object.keys(raw.Environment?.Variables ?? {}).sort(),
    ...(named.length > 0 && { namedTargets: named }),
    ...(mounted.length > 0 && { fileSystems: mounted }),
    ...(raw.DurableConfig && { durable: true }),
  };
};

const collector: FunctionCollector = {
  kind: 'functions',
  // ListFunctions only looks for names like one that does not exist.
  actions: [
    'lambda:GetFunctionConfiguration',
    'lambda:ListFunctions',
    ...functionAliases.actions,
    ...eventSourceMappings.actions,
    ...roleActions.actions,
  ],
  scope: 'function',
  async collect(aws, reference, detect) {
    const { qualifier } = reference;
    const input = { FunctionName: functionName(reference), ...(qualifier !== null && { Qualifier: qualifier }) };
    const raw = await aws.lambda.send(new GetFunctionConfigurationCommand(input), aws.options);
    return { lambdaFunction: fromAws(raw, qualifier, detect), role: text(raw.Role) };
  },
};

export default collector;
