import { fromAws } from '../../src/collectors/subnets.ts';
import schema, { type Subnet } from '../../src/model/kinds/subnets.ts';
import { describeMapper } from './mapper.ts';

const bare: Subnet = {
  id: 'subnet-1',
  name: null,
  vpcId: 'vpc-1',
  availabilityZone: null,
  availabilityZoneId: null,
  cidr: null,
  ipv6Cidrs: [],
  ipv6Native: null,
  enableDns64: null,
  availableIpAddressCount: null,
  ownerId: null,
  outpostArn: null,
  internetGatewayBlockMode: null,
};

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        Tags: [
          { Key: 'cost', Value: 'x' },
          { Key: 'Name', Value: 'private a' },
        ],
        AvailabilityZone: 'eu-west-1a',
        AvailabilityZoneId: 'euw1-az1',
        CidrBlock: '10.0.1.0/24',
        Ipv6CidrBlockAssociationSet: [
          {
            Ipv6CidrBlock: '2001:db8::/64',
            Ipv6CidrBlockState: { State: 'associated' },
            Ipv6AddressAttribute: 'public',
          },
        ],
        Ipv6Native: false,
        EnableDns64: true,
        AvailableIpAddressCount: 0,
        OwnerId: '123456789012',
        OutpostArn: 'arn:aws:outposts:eu-west-1:1:outpost/op-1',
        BlockPublicAccessStates: { InternetGatewayBlockMode: 'block-ingress' },
      },
      {
        id: 'subnet-1',
        name: 'private a',
        vpcId: 'vpc-1',
        availabilityZone: 'eu-west-1a',
        availabilityZoneId: 'euw1-az1',
        cidr: '10.0.1.0/24',
        ipv6Cidrs: [{ cidr: '2001:db8::/64', state: 'associated', addressAttribute: 'public' }],
        ipv6Native: false,
        enableDns64: true,
        availableIpAddressCount: 0,
        ownerId: '123456789012',
        outpostArn: 'arn:aws:outposts:eu-west-1:1:outpost/op-1',
        internetGatewayBlockMode: 'block-ingress',
      },
    ],
    'ids alone': [{ SubnetId: 'subnet-1', VpcId: 'vpc-1' }, bare],
    'empty elements as absent': [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '', OutpostArn: '' }, bare],
    'a count that is no number as absent': [
      { SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailableIpAddressCount: Number.NaN },
      bare,
    ],
    'words that it does not know': [
      {
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        BlockPublicAccessStates: JSON.parse('{"InternetGatewayBlockMode":"block-some"}'),
        Ipv6CidrBlockAssociationSet: JSON.parse(
          '[{"Ipv6CidrBlock":"fd00::/64","Ipv6CidrBlockState":{"State":"resting"},"Ipv6AddressAttribute":"shy"}]',
        ),
      },
      {
        ...bare,
        internetGatewayBlockMode: 'unknown:block-some',
        ipv6Cidrs: [{ cidr: 'fd00::/64', state: 'unknown:resting', addressAttribute: 'unknown:shy' }],
      },
    ],
  },
  refuses: {
    'a subnet without an id': { VpcId: 'vpc-1' },
    'a subnet without a VPC': { SubnetId: 'subnet-1' },
    'an id of another kind': { SubnetId: 'vpc-1', VpcId: 'vpc-1' },
  },
});
