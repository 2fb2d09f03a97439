import { expect, it } from 'vitest';
import collector, { fromAws } from '../../src/collectors/security-groups.ts';
import schema, { type SecurityGroup, type SecurityGroupPeer } from '../../src/model/kinds/security-groups.ts';
import { describeMapper, nothing } from './mapper.ts';

const bare: SecurityGroup = { id: 'sg-1', name: null, vpcId: null, ingress: [], egress: [] };

const https = (peer: SecurityGroupPeer): SecurityGroup['egress'][number] => ({
  protocol: '6',
  ports: { kind: 'range', from: 443, to: 443 },
  peer,
});
const any = { kind: 'ipv4', cidr: '0.0.0.0/0' } as const;

describeMapper(schema, fromAws, {
  maps: {
    'one rule for each peer of a permission': [
      {
        GroupId: 'sg-1',
        GroupName: 'orders',
        VpcId: 'vpc-1',
        IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '123456789012' }] }],
        IpPermissionsEgress: [
          {
            IpProtocol: 'tcp',
            FromPort: 443,
            ToPort: 443,
            IpRanges: [{ CidrIp: '0.0.0.0/0' }],
            Ipv6Ranges: [{ CidrIpv6: '::/0' }],
            PrefixListIds: [{ PrefixListId: 'pl-1' }],
            UserIdGroupPairs: [
              {
                GroupId: 'sg-2',
                UserId: '210987654321',
                VpcId: 'vpc-2',
                VpcPeeringConnectionId: 'pcx-1',
                PeeringStatus: 'deleted',
              },
            ],
          },
        ],
      },
      {
        id: 'sg-1',
        name: 'orders',
        vpcId: 'vpc-1',
        ingress: [
          {
            protocol: '-1',
            ports: { kind: 'all' },
            peer: {
              kind: 'security-group',
              id: 'sg-1',
              vpcId: null,
              ownerId: '123456789012',
              peeringConnectionId: null,
              peeringStatus: null,
            },
          },
        ],
        egress: [
          https(any),
          https({ kind: 'ipv6', cidr: '::/0' }),
          https({ kind: 'prefix-list', id: 'pl-1' }),
          https({
            kind: 'security-group',
            id: 'sg-2',
            vpcId: 'vpc-2',
            ownerId: '210987654321',
            peeringConnectionId: 'pcx-1',
            peeringStatus: 'deleted',
          }),
        ],
      },
    ],
    'an id alone': [{ GroupId: 'sg-1' }, bare],
    'a permission whose sets of peers are all empty as no rule': [
      {
        GroupId: 'sg-1',
        IpPermissionsEgress: [
          { IpProtocol: '-1', IpRanges: [], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] },
        ],
      },
      bare,
    ],
    'protocols by their numbers': [
      {
        GroupId: 'sg-1',
        IpPermissionsEgress: [
          { IpProtocol: 'udp', FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
          { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
          { IpProtocol: 'icmpv6', IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
          { IpProtocol: '50', FromPort: 1, ToPort: 2, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
          { IpProtocol: '6', FromPort: 0, ToPort: 65535, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
          { IpProtocol: 'tcp', IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
        ],
      },
      {
        ...bare,
        egress: [
          { protocol: '17', ports: { kind: 'range', from: 53, to: 53 }, peer: any },
          { protocol: '1', ports: { kind: 'icmp', type: 8, code: -1 }, peer: any },
          { protocol: '58', ports: { kind: 'icmp', type: -1, code: -1 }, peer: any },
          { protocol: '50', ports: { kind: 'all' }, peer: any },
          { protocol: '6', ports: { kind: 'range', from: 0, to: 65535 }, peer: any },
          { protocol: '6', ports: { kind: 'unknown' }, peer: any },
        ],
      },
    ],
  },
  refuses: {
    'a group without an id': {},
    'an id of another kind': { GroupId: 'vpc-1' },
    'a permission without a protocol': { GroupId: 'sg-1', IpPermissions: [{ IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] },
    'a permission with a peer of a new kind': {
      GroupId: 'sg-1',
      IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [] }],
    },
    'a referenced group without an id': {
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ UserId: '1' }] }],
    },
  },
});

it('names the prefix lists of its rules', () => {
  const group = fromAws({
    GroupId: 'sg-1',
    IpPermissionsEgress: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }],
    IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-2' }] }],
  });
  expect(collector.references?.(group, nothing)).toEqual(['pl-2', 'pl-1']);
});
