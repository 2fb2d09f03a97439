import { describe, expect, it } from 'vitest';
import { addAlias, attachedWith } from '../support/aliases.ts';
import { diagnosed } from '../support/laws.ts';
import { type Change, type Network, network } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const inOneSubnet: Change = (n) => addAlias(n, 'live', attachedWith(n, { subnetIds: [n.subnet('private-a').id] }));
const live = (n: Network): string => `${n.function().arn}:live`;

testRule('version-vpc-drift', {
  passes: {
    'the version of the alias is attached as $LATEST is': (n) => addAlias(n, 'live', attachedWith(n, {})),
    'the same subnets and groups in another order': (n) => {
      const other = n.addSecurityGroup('other', {});
      n.network().securityGroupIds.push(other);
      const { subnetIds, securityGroupIds } = n.network();
      const reversed = { subnetIds: [...subnetIds].reverse(), securityGroupIds: [...securityGroupIds].reverse() };
      addAlias(n, 'live', attachedWith(n, reversed));
    },
    'neither is in a VPC': (n) => {
      n.function().network = { kind: 'none' };
      addAlias(n, 'live', { kind: 'none' });
    },
    'both are on the same capacity provider': (n) => {
      const provider = { kind: 'capacity-provider', capacityProviderArn: 'arn:aws:lambda:eu-west-1:1:cp:x' } as const;
      n.function().network = provider;
      addAlias(n, 'live', provider);
    },
    'an alias was asked about': (n) => {
      inOneSubnet(n);
      n.function().qualifier = 'live';
    },
  },
  flags: {
    'other subnets': [
      inOneSubnet,
      {
        severity: 'warning',
        message: /alias live of orders-api .* version 3, which differs from \$LATEST in its subnets: /,
        resource: live,
        commands: () => ['lambda-net-doctor orders-api:live'],
      },
    ],
    'other groups and another IPv6 flag': [
      (n) =>
        addAlias(
          n,
          'live',
          attachedWith(n, { securityGroupIds: [n.addSecurityGroup('before', {})], ipv6AllowedForDualStack: true }),
        ),
      {
        severity: 'warning',
        message: /in its security groups and Ipv6AllowedForDualStack:/,
        resource: live,
      },
    ],
    'a version that gets a part of the traffic is asked about by its number': [
      (n) => addAlias(n, 'live', attachedWith(n, {}), attachedWith(n, { subnetIds: [n.subnet('private-a').id] })),
      {
        severity: 'warning',
        message: /version 4/,
        resource: live,
        commands: () => ['lambda-net-doctor orders-api:4'],
      },
    ],
    'two versions of one alias are one finding': [
      (n) => addAlias(n, 'live', { kind: 'none' }, attachedWith(n, { subnetIds: [n.subnet('private-a').id] })),
      {
        severity: 'warning',
        message: /version 3, which differs from \$LATEST in whether it is attached to a VPC/,
        resource: live,
        commands: () => ['lambda-net-doctor orders-api:live', 'lambda-net-doctor orders-api:4'],
      },
    ],
    '$LATEST is in no VPC and the version is': [
      (n) => {
        addAlias(n, 'live', attachedWith(n, {}));
        n.function().network = { kind: 'none' };
      },
      { severity: 'warning', message: /whether it is attached to a VPC/, resource: live },
    ],
  },
  skipsWithout: { aliases: inOneSubnet },
});

describe('aliases that could not be read', () => {
  it('skip the rule for that function alone', () => {
    const two = network((n) => {
      inOneSubnet(n);
      n.addFunction('orders-worker');
      n.denyRead('aliases');
    });
    const [denied, readable] = diagnosed(two);
    expect(denied?.skipped).toEqual([{ ruleId: 'version-vpc-drift', missing: ['aliases'] }]);
    expect(readable?.skipped).toEqual([]);
    expect(readable?.findings.map(({ ruleId }) => ruleId)).toContain('version-vpc-drift');
  });
});
