import { DescribeSubnetsResult$ } from '@aws-sdk/client-ec2';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
export const describeSubnets = describeAction({
  name: 'DescribeSubnets',
  result: DescribeSubnetsResult$,
  list: 'Subnets',
  section: (sections) => sections.subnets,
  id: ({ id }) => id,
  idParameter: 'SubnetId',
  notFound: 'InvalidSubnetID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'availability-zone': ({ availabilityZone }) => [availabilityZone],
    'availability-zone-id': ({ availabilityZoneId }) => [availabilityZoneId],
    'owner-id': ({ ownerId }) => [ownerId],
    'subnet-id': ({ id }) => [id],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (subnet) => ({
    SubnetId: subnet.id,
    State: 'available',
    VpcId: subnet.vpcId,
    CidrBlock: subnet.cidr,
    AvailableIpAddressCount: subnet.availableIpAddressCount,
    AvailabilityZone: subnet.availabilityZone,
    AvailabilityZoneId: subnet.availabilityZoneId,
    OwnerId: subnet.ownerId,
    OutpostArn: subnet.outpostArn,
    Ipv6Native: subnet.ipv6Native,
    EnableDns64: subnet.enableDns64,
    Ipv6CidrBlockAssociationSet: subnet.ipv6Cidrs.map((association) => ({
      Ipv6CidrBlock: association.cidr,
      Ipv6CidrBlockState: association.state === null ? null : { State: word(association.state) },
      Ipv6AddressAttribute: word(association.addressAttribute),
    })),
    BlockPublicAccessStates:
      subnet.internetGatewayBlockMode === null
        ? null
        : { InternetGatewayBlockMode: word(subnet.internetGatewayBlockMode) },
    Tags: nameTag(subnet.name),
  }),
});
