import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { fromAws } from '../../src/collectors/functions.ts';
import type { LambdaFunction } from '../../src/model/kinds/functions.ts';
import schema from '../../src/model/kinds/functions.ts';
import { describeMapper } from './mapper.ts';

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

const bare: LambdaFunction = {
  name: 'orders',
  arn,
  qualifier: null,
  version: null,
  network: { kind: 'none' },
  state: null,
  stateReasonCode: null,
  stateReason: null,
  lastUpdateStatus: null,
  lastUpdateStatusReasonCode: null,
  lastUpdateStatusReason: null,
  timeout: null,
  environmentVariableNames: [],
};

const full: FunctionConfiguration = {
  FunctionName: 'orders',
  FunctionArn: `${arn}:live`,
  Version: '7',
  State: 'Failed',
  StateReasonCode: 'SubnetOutOfIPAddresses',
  StateReason: 'no addresses',
  LastUpdateStatus: 'Failed',
  LastUpdateStatusReasonCode: 'InvalidSubnet',
  LastUpdateStatusReason: 'gone',
  Timeout: 30,
  Environment: { Variables: { TABLE: 'planted-secret', API_KEY: 'planted-secret' } },
  VpcConfig: {
    VpcId: 'vpc-1',
    SubnetIds: ['subnet-a', 'subnet-b'],
    SecurityGroupIds: ['sg-1'],
    Ipv6AllowedForDualStack: true,
  },
};

describeMapper(schema, (raw: FunctionConfiguration) => fromAws(raw, null, true), {
  maps: {
    'all fields, the ARN without its qualifier and variables without their values': [
      full,
      {
        name: 'orders',
        arn,
        qualifier: null,
        version: '7',
        network: {
          kind: 'vpc',
          vpcId: 'vpc-1',
          subnetIds: ['subnet-a', 'subnet-b'],
          securityGroupIds: ['sg-1'],
          ipv6AllowedForDualStack: true,
        },
        state: 'Failed',
        stateReasonCode: 'SubnetOutOfIPAddresses',
        stateReason: 'no addresses',
        lastUpdateStatus: 'Failed',
        lastUpdateStatusReasonCode: 'InvalidSubnet',
        lastUpdateStatusReason: 'gone',
        timeout: 30,
        environmentVariableNames: ['API_KEY', 'TABLE'],
      },
    ],
    'an answer with the ARN alone': [{ FunctionArn: arn }, bare],
    'empty VpcConfig lists as no VPC': [
      { FunctionArn: arn, VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: '' } },
      bare,
    ],
    'a VPC configuration without a VPC id': [
      { FunctionArn: arn, VpcConfig: { SubnetIds: ['subnet-a'], VpcId: '' } },
      {
        ...bare,
        network: {
          kind: 'vpc',
          vpcId: null,
          subnetIds: ['subnet-a'],
          securityGroupIds: [],
          ipv6AllowedForDualStack: false,
        },
      },
    ],
    'a capacity provider before the VPC configuration': [
      {
        FunctionArn: arn,
        VpcConfig: { SubnetIds: ['subnet-a'] },
        CapacityProviderConfig: {
          LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: 'arn:aws:lambda:eu-west-1:1:cp:x' },
        },
      },
      { ...bare, network: { kind: 'capacity-provider', capacityProviderArn: 'arn:aws:lambda:eu-west-1:1:cp:x' } },
    ],
  },
  refuses: {
    'an empty answer': {},
    'an ARN of another shape': { FunctionArn: 'orders' },
    'an ARN that names no function': { FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function' },
    'a subnet id of another kind': { FunctionArn: arn, VpcConfig: { SubnetIds: ['vpc-1'] } },
  },
});

describe('a function', () => {
  it('keeps the qualifier that was asked for', () => {
    expect(fromAws({ FunctionArn: `${arn}:7` }, 'live', true)).toEqual({ ...bare, qualifier: 'live' });
  });

  it('keeps a state that this version does not know', () => {
    const raw: object = { FunctionArn: arn, State: 'Hibernating', LastUpdateStatus: 'Paused' };
    expect(fromAws(raw, null, true)).toEqual({
      ...bare,
      state: 'unknown:Hibernating',
      lastUpdateStatus: 'unknown:Paused',
    });
  });

  it('holds no value of an environment variable', () => {
    expect(JSON.stringify(fromAws(full, null, true))).not.toContain('planted-secret');
  });
});
