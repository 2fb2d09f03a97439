import { DescribeVpcPeeringConnectionsResult$ } from '@aws-sdk/client-ec2';
import type { ItemOf } from '../world.ts';
import type { AwsShape } from '../xml.ts';
import { describeAction } from './describe.ts';
import { word } from './words.ts';

const sideShape = (side: ItemOf<'vpcPeeringConnections'>['requester']): AwsShape => ({
  VpcId: side.vpcId,
  OwnerId: side.ownerId,
  Region: side.region,
  CidrBlock: side.cidrs[0],
  CidrBlockSet: side.cidrs.map((cidr) => ({ CidrBlock: cidr })),
  Ipv6CidrBlockSet: side.ipv6Cidrs.length === 0 ? null : side.ipv6Cidrs.map((cidr) => ({ Ipv6CidrBlock: cidr })),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcPeeringConnections.html */
export const describeVpcPeeringConnections = describeAction({
  name: 'DescribeVpcPeeringConnections',
  result: DescribeVpcPeeringConnectionsResult$,
  list: 'VpcPeeringConnections',
  section: (sections) => sections.vpcPeeringConnections,
  id: ({ id }) => id,
  idParameter: 'VpcPeeringConnectionId',
  notFound: 'InvalidVpcPeeringConnectionID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'accepter-vpc-info.vpc-id': ({ accepter }) => [accepter.vpcId],
    'requester-vpc-info.vpc-id': ({ requester }) => [requester.vpcId],
    'status-code': ({ status }) => [word(status)],
    'vpc-peering-connection-id': ({ id }) => [id],
  },
  shape: (connection) => ({
    VpcPeeringConnectionId: connection.id,
    RequesterVpcInfo: sideShape(connection.requester),
    AccepterVpcInfo: sideShape(connection.accepter),
    Status: connection.status === null ? null : { Code: word(connection.status) },
    Tags: [],
  }),
});
