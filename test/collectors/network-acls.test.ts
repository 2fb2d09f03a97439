import type { NetworkAclEntry as RawEntry, NetworkAcl as RawNetworkAcl } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { fromAws } from '../../src/collectors/network-acls.ts';
import schema, { type NetworkAcl, type NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import { describeMapper } from './mapper.ts';

const bare: NetworkAcl = {
  id: 'acl-1',
  name: null,
  vpcId: 'vpc-1',
  isDefault: null,
  subnetIds: [],
  entries: [],
};

const allow: RawEntry = {
  RuleNumber: 100,
  Egress: false,
  RuleAction: 'allow',
  Protocol: '6',
  CidrBlock: '0.0.0.0/0',
  PortRange: { From: 1024, To: 65535 },
};

const withEntry = (entry: RawEntry): RawNetworkAcl => ({
  NetworkAclId: 'acl-1',
  VpcId: 'vpc-1',
  Entries: [{ ...allow, ...entry }],
});

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        NetworkAclId: 'acl-1',
        VpcId: 'vpc-1',
        IsDefault: true,
        Tags: [{ Key: 'Name', Value: 'default' }],
        Associations: [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }],
        Entries: [allow],
      },
      {
        ...bare,
        name: 'default',
        isDefault: true,
        subnetIds: ['subnet-1', 'subnet-2'],
        entries: [
          {
            ruleNumber: 100,
            direction: 'ingress',
            action: 'allow',
            protocol: '6',
            cidr: { kind: 'ipv4', cidr: '0.0.0.0/0' },
            ports: { kind: 'range', from: 1024, to: 65535 },
          },
        ],
      },
    ],
    'ids alone': [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1' }, bare],
  },
  refuses: {
    'a network ACL without an id': { VpcId: 'vpc-1' },
    'an id of another kind': { NetworkAclId: 'sg-1', VpcId: 'vpc-1' },
    'an entry without a number': withEntry({ RuleNumber: undefined }),
    'an entry whose number is no number': withEntry({ RuleNumber: Number.NaN }),
    'an entry without a direction': withEntry({ Egress: undefined }),
    'an entry without a protocol': withEntry({ Protocol: undefined }),
  },
});

describe('an entry', () => {
  const table: Record<string, readonly [RawEntry, Partial<NetworkAclEntry>]> = {
    'of egress': [{ Egress: true }, { direction: 'egress' }],
    'of all protocols, whatever ports it says': [{ Protocol: '-1' }, { protocol: '-1', ports: { kind: 'all' } }],
    'of a protocol without ports': [{ Protocol: '47' }, { protocol: '47', ports: { kind: 'all' } }],
    'of TCP without ports': [{ PortRange: undefined }, { ports: { kind: 'unknown' } }],
    'of UDP with half a range': [{ Protocol: '17', PortRange: { From: 53 } }, { ports: { kind: 'unknown' } }],
    'of ICMP': [
      { Protocol: '1', PortRange: undefined, IcmpTypeCode: { Type: 3, Code: 4 } },
      { protocol: '1', ports: { kind: 'icmp', type: 3, code: 4 } },
    ],
    'of all of ICMPv6': [{ Protocol: '58' }, { protocol: '58', ports: { kind: 'icmp', type: -1, code: -1 } }],
    'of IPv6': [{ CidrBlock: undefined, Ipv6CidrBlock: '::/0' }, { cidr: { kind: 'ipv6', cidr: '::/0' } }],
    'of no range': [{ CidrBlock: undefined }, { cidr: { kind: 'unknown' } }],
    'of an action that is not known': [JSON.parse('{"RuleAction":"ponder"}'), { action: 'unknown:ponder' }],
  };

  it.each(Object.entries(table))('%s', (_, [raw, expected]) => {
    const [entry] = fromAws(withEntry(raw)).entries;
    expect(entry).toMatchObject(expected);
  });
});
