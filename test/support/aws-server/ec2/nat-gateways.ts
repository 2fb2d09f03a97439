import { DescribeNatGatewaysResult$ } from '@aws-sdk/client-ec2';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNatGateways.html */
export const describeNatGateways = describeAction({
  name: 'DescribeNatGateways',
  result: DescribeNatGatewaysResult$,
  list: 'NatGateways',
  section: (sections) => sections.natGateways,
  id: ({ id }) => id,
  idParameter: 'NatGatewayId',
  notFound: 'NatGatewayNotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'nat-gateway-id': ({ id }) => [id],
    state: ({ state }) => [word(state)],
    'subnet-id': ({ subnetId }) => [subnetId],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (gateway) => ({
    NatGatewayId: gateway.id,
    VpcId: gateway.vpcId,
    SubnetId: gateway.subnetId,
    State: word(gateway.state),
    ConnectivityType: word(gateway.connectivityType),
    AvailabilityMode: word(gateway.availabilityMode),
    AutoProvisionZones: word(gateway.autoProvisionZones),
    RouteTableId: gateway.routeTableId,
    FailureCode: gateway.failureCode,
    FailureMessage: gateway.failureMessage,
    NatGatewayAddresses: gateway.addresses.map((address) => ({
      AllocationId: address.allocationId,
      PublicIp: address.publicIp,
      PrivateIp: address.privateIp,
      NetworkInterfaceId: address.networkInterfaceId,
      AvailabilityZoneId: address.availabilityZoneId,
      IsPrimary: address.isPrimary,
      Status: word(address.status),
      FailureMessage: address.failureMessage,
    })),
    AttachedAppliances: gateway.appliances.length === 0 ? null : gateway.appliances.map((type) => ({ Type: type })),
    Tags: nameTag(gateway.name),
  }),
});
