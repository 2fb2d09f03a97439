import { DescribeInstancesResult$, DescribeNetworkInterfacesResult$ } from '@aws-sdk/client-ec2';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html */
export const describeNetworkInterfaces = describeAction({
  name: 'DescribeNetworkInterfaces',
  result: DescribeNetworkInterfacesResult$,
  list: 'NetworkInterfaces',
  section: (sections) => sections.networkInterfaces,
  id: ({ id }) => id,
  idParameter: 'NetworkInterfaceId',
  idsExcludeMaxResults: true,
  notFound: 'InvalidNetworkInterfaceID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'attachment.instance-id': ({ instanceId }) => [instanceId],
    'group-id': ({ securityGroupIds }) => securityGroupIds,
    'interface-type': ({ interfaceType }) => [interfaceType],
    'network-interface-id': ({ id }) => [id],
    'owner-id': ({ ownerId }) => [ownerId],
    status: ({ status }) => [word(status)],
    'subnet-id': ({ subnetId }) => [subnetId],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (networkInterface) => ({
    NetworkInterfaceId: networkInterface.id,
    VpcId: networkInterface.vpcId,
    SubnetId: networkInterface.subnetId,
    OwnerId: networkInterface.ownerId,
    InterfaceType: networkInterface.interfaceType,
    // Lambda describes its interfaces so; in older data this is the only sign of them.
    Description: networkInterface.ofLambda ? `AWS Lambda VPC ENI-fn-${networkInterface.id.replace('eni-', '')}` : '',
    Status: word(networkInterface.status),
    SourceDestCheck: networkInterface.sourceDestCheck,
    Attachment:
      networkInterface.instanceId === null ? null : { InstanceId: networkInterface.instanceId, Status: 'attached' },
    Groups: networkInterface.securityGroupIds.map((id) => ({ GroupId: id })),
    PrivateIpAddress: networkInterface.privateIpAddresses.find(({ primary }) => primary)?.address,
    PrivateIpAddresses: networkInterface.privateIpAddresses.map(({ address, publicIp, primary }) => ({
      PrivateIpAddress: address,
      Primary: primary,
      Association: publicIp === null ? null : { PublicIp: publicIp },
    })),
    Ipv6Addresses: networkInterface.ipv6Addresses.map((address) => ({ Ipv6Address: address })),
    TagSet: [],
  }),
});

/** One instance a reservation. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
export const describeInstances = describeAction({
  name: 'DescribeInstances',
  result: DescribeInstancesResult$,
  list: 'Reservations',
  section: (sections) => sections.instances,
  id: ({ id }) => id,
  idParameter: 'InstanceId',
  idsExcludeMaxResults: true,
  notFound: 'InvalidInstanceID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'instance-id': ({ id }) => [id],
    'instance-state-name': ({ state }) => [word(state)],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (instance, world) => ({
    ReservationId: instance.id.replace(/^i-/, 'r-'),
    OwnerId: world.account,
    Groups: [],
    Instances: [
      {
        InstanceId: instance.id,
        VpcId: instance.vpcId,
        State: { Name: word(instance.state) },
        Tags: nameTag(instance.name),
      },
    ],
  }),
});
