import type { FunctionNetwork, LambdaFunction } from '../../../src/model/kinds/functions.ts';
import { word } from './ec2/words.ts';
import type { World } from './world.ts';
import type { AwsShape } from './xml.ts';

/** A function outside a VPC has empty lists and an empty VpcId. */
const networkShape = (network: FunctionNetwork): AwsShape => {
  switch (network.kind) {
    case 'none':
      return { VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: '', Ipv6AllowedForDualStack: false } };
    case 'vpc':
      return {
        VpcConfig: {
          SubnetIds: network.subnetIds,
          SecurityGroupIds: network.securityGroupIds,
          VpcId: network.vpcId ?? '',
          Ipv6AllowedForDualStack: network.ipv6AllowedForDualStack,
        },
      };
    case 'capacity-provider':
      return {
        CapacityProviderConfig: {
          LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: network.capacityProviderArn },
        },
      };
  }
};

const environmentShape = (names: readonly string[], world: World): AwsShape => {
  const values = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
  const variables = { ...values, ...world.environment };
  return Object.keys(variables).length === 0 ? {} : { Environment: { Variables: variables } };
};

const present = (shape: AwsShape): AwsShape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== null && value !== undefined));

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export const functionShape = (each: LambdaFunction, world: World): AwsShape =>
  present({
    FunctionName: each.name,
    FunctionArn: each.qualifier === null ? each.arn : `${each.arn}:${each.qualifier}`,
    Runtime: 'nodejs22.x',
    Role: `arn:aws:iam::${world.account}:role/${each.name}`,
    Handler: 'index.handler',
    CodeSize: 281,
    Description: '',
    MemorySize: 128,
    LastModified: '2026-01-02T03:04:05.000+0000',
    PackageType: 'Zip',
    Version: each.version,
    Timeout: each.timeout,
    ...networkShape(each.network),
    ...environmentShape(each.environmentVariableNames, world),
    State: word(each.state),
    StateReason: each.stateReason,
    StateReasonCode: each.stateReasonCode,
    LastUpdateStatus: word(each.lastUpdateStatus),
    LastUpdateStatusReason: each.lastUpdateStatusReason,
    LastUpdateStatusReasonCode: each.lastUpdateStatusReasonCode,
  });

const notListed = /^(State|LastUpdateStatus)/;

/** ListFunctions leaves out the state and the last update of a function. */
export const listedShape = (each: LambdaFunction, world: World): AwsShape =>
  Object.fromEntries(Object.entries(functionShape(each, world)).filter(([member]) => !notListed.test(member)));
