import { DescribeVpcEndpointsResult$ } from '@aws-sdk/client-ec2';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html */
export const describeVpcEndpoints = describeAction({
  name: 'DescribeVpcEndpoints',
  result: DescribeVpcEndpointsResult$,
  list: 'VpcEndpoints',
  section: (sections) => sections.vpcEndpoints,
  id: ({ id }) => id,
  idParameter: 'VpcEndpointId',
  notFound: 'InvalidVpcEndpointId.NotFound',
  pages: { min: 1, max: 1000 },
  filters: {
    'service-name': ({ serviceName }) => [serviceName],
    'vpc-endpoint-id': ({ id }) => [id],
    'vpc-endpoint-state': ({ state }) => [word(state)],
    'vpc-endpoint-type': ({ type }) => [word(type)],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (endpoint, world) => ({
    VpcEndpointId: endpoint.id,
    VpcEndpointType: word(endpoint.type),
    VpcId: endpoint.vpcId,
    ServiceName: endpoint.serviceName,
    State: word(endpoint.state),
    RouteTableIds: endpoint.routeTableIds,
    SubnetIds: endpoint.subnetIds,
    Groups: endpoint.securityGroupIds.map((id) => ({ GroupId: id })),
    NetworkInterfaceIds: endpoint.networkInterfaceIds,
    PrivateDnsEnabled: endpoint.privateDnsEnabled,
    DnsOptions: {
      DnsRecordIpType: word(endpoint.dnsRecordIpType ?? null),
      PrivateDnsOnlyForInboundResolverEndpoint: endpoint.privateDnsOnlyForInboundResolver,
    },
    IpAddressType: word(endpoint.ipAddressType ?? null),
    LastError: endpoint.failure === undefined ? null : { Message: endpoint.failure },
    RequesterManaged: false,
    DnsEntries: [],
    OwnerId: world.account,
    Tags: nameTag(endpoint.name),
  }),
});
