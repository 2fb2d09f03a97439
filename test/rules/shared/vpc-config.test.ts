import { describe, expect, it } from 'vitest';
import { qualifiedName, thenPublish, vpcConfigCommand } from '../../../src/rules/shared/vpc-config.ts';
import { Network } from '../../support/network.ts';

describe('the command that changes the subnets of a function', () => {
  it('keeps the security groups and the IPv6 flag', () => {
    const n = new Network();
    n.network().ipv6AllowedForDualStack = true;
    expect(vpcConfigCommand(n.function(), ['subnet-01', 'subnet-02'])).toBe(
      'aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=subnet-01,subnet-02,SecurityGroupIds=sg-06f22a59f54066c8c,Ipv6AllowedForDualStack=true',
    );
  });

  it('says where groups have to be filled in', () => {
    const n = new Network();
    n.function().network = { kind: 'none' };
    expect(vpcConfigCommand(n.function(), ['subnet-01'])).toMatch(
      /SubnetIds=subnet-01,SecurityGroupIds='<security groups>'$/,
    );
  });
});

describe('a function that was asked for by an alias', () => {
  const n = new Network();
  n.function().qualifier = 'live';

  it('is named with it', () => {
    expect(qualifiedName(n.function())).toBe('--function-name orders-api --qualifier live');
  });

  it('needs a new version behind every change', () => {
    expect(thenPublish(n.function())).toContain('live');
    expect(thenPublish(new Network().function())).toBe('');
  });
});
