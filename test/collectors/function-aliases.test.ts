import { describe, expect, it } from 'vitest';
import { NotUnderstood } from '../../src/collectors/answer.ts';
import { aliasFromAws, versionFromAws } from '../../src/collectors/function-aliases.ts';

describe('an alias', () => {
  it.each([
    ['leads to its version', { Name: 'live', FunctionVersion: '3' }, ['3']],
    [
      'leads to a second version of its RoutingConfig too',
      { Name: 'live', FunctionVersion: '3', RoutingConfig: { AdditionalVersionWeights: { 4: 0.1 } } },
      ['3', '4'],
    ],
    [
      'does not lead to a version that gets nothing of the traffic',
      { Name: 'live', FunctionVersion: '3', RoutingConfig: { AdditionalVersionWeights: { 4: 0 } } },
      ['3'],
    ],
    ['of $LATEST leads to no published version', { Name: 'live', FunctionVersion: '$LATEST' }, []],
  ])('%s', (_, raw, versions) => {
    expect(aliasFromAws(raw)).toEqual({ name: 'live', versions });
  });

  it.each([{ Name: 'live' }, { FunctionVersion: '3' }, {}])('without its name or its version is refused: %j', (raw) => {
    expect(() => aliasFromAws(raw)).toThrow(NotUnderstood);
  });
});

describe('a version', () => {
  it('is its number and its network, and nothing else of it', () => {
    const raw = {
      Version: '3',
      Environment: { Variables: { API_KEY: 'planted-secret' } },
      VpcConfig: { VpcId: 'vpc-1', SubnetIds: ['subnet-a'], SecurityGroupIds: ['sg-1'], Ipv6AllowedForDualStack: true },
    };
    expect(versionFromAws(raw)).toEqual({
      version: '3',
      network: {
        kind: 'vpc',
        vpcId: 'vpc-1',
        subnetIds: ['subnet-a'],
        securityGroupIds: ['sg-1'],
        ipv6AllowedForDualStack: true,
      },
    });
  });

  it('without a number is refused', () => {
    expect(() => versionFromAws({ FunctionName: 'orders' })).toThrow(NotUnderstood);
  });
});
