import { describe, expect, it } from 'vitest';
import collector, { fromAws } from '../../src/collectors/vpc-peering-connections.ts';
import schema from '../../src/model/kinds/vpc-peering-connections.ts';
import { describeMapper } from './mapper.ts';

const nobody = { vpcId: null, ownerId: null, region: null, cidrs: [], ipv6Cidrs: [] };

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        VpcPeeringConnectionId: 'pcx-1',
        Status: { Code: 'active', Message: 'Active' },
        RequesterVpcInfo: {
          VpcId: 'vpc-1',
          OwnerId: '123456789012',
          Region: 'eu-west-1',
          CidrBlock: '10.0.0.0/16',
          CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.1.0.0/16' }],
          Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2001:db8::/56' }],
        },
        AccepterVpcInfo: { VpcId: 'vpc-2', CidrBlock: '10.9.0.0/16' },
      },
      {
        id: 'pcx-1',
        status: 'active',
        requester: {
          vpcId: 'vpc-1',
          ownerId: '123456789012',
          region: 'eu-west-1',
          cidrs: ['10.0.0.0/16', '10.1.0.0/16'],
          ipv6Cidrs: ['2001:db8::/56'],
        },
        accepter: { ...nobody, vpcId: 'vpc-2', cidrs: ['10.9.0.0/16'] },
      },
    ],
    'an id alone': [
      { VpcPeeringConnectionId: 'pcx-1' },
      { id: 'pcx-1', status: null, requester: nobody, accepter: nobody },
    ],
    'a status that it does not know': [
      JSON.parse('{"VpcPeeringConnectionId":"pcx-1","Status":{"Code":"resting"}}'),
      { id: 'pcx-1', status: 'unknown:resting', requester: nobody, accepter: nobody },
    ],
  },
  refuses: {
    'a connection without an id': {},
    'an id of another kind': { VpcPeeringConnectionId: 'vpc-1' },
    'a VPC of another kind': { VpcPeeringConnectionId: 'pcx-1', RequesterVpcInfo: { VpcId: 'pcx-1' } },
  },
});

describe('the snapshot keeps a connection', () => {
  const subject = { vpcIds: new Set(['vpc-1']), securityGroupIds: new Set<string>(), referenced: new Set<string>() };

  it.each([
    ['vpc-1', 'vpc-2', true],
    ['vpc-2', 'vpc-1', true],
    ['vpc-2', 'vpc-3', false],
  ])('from %s to %s: %s', (from, to, expected) => {
    const connection = fromAws({
      VpcPeeringConnectionId: 'pcx-1',
      RequesterVpcInfo: { VpcId: from },
      AccepterVpcInfo: { VpcId: to },
    });
    expect(collector.belongs(connection, subject)).toBe(expected);
  });
});
