import { fromAws } from '../../src/collectors/nat-gateways.ts';
import schema, { type NatGateway } from '../../src/model/kinds/nat-gateways.ts';
import { describeMapper } from './mapper.ts';

const bare: NatGateway = {
  id: 'nat-1',
  name: null,
  vpcId: 'vpc-1',
  subnetId: null,
  state: 'unknown:',
  connectivityType: null,
  availabilityMode: null,
  autoProvisionZones: null,
  routeTableId: null,
  addresses: [],
  appliances: [],
  failureCode: null,
  failureMessage: null,
};

const noAddress = {
  allocationId: null,
  publicIp: null,
  privateIp: null,
  networkInterfaceId: null,
  availabilityZoneId: null,
  isPrimary: null,
  status: null,
  failureMessage: null,
} as const;

describeMapper(schema, fromAws, {
  maps: {
    'a zonal gateway that failed': [
      {
        NatGatewayId: 'nat-1',
        VpcId: 'vpc-1',
        SubnetId: 'subnet-1',
        Tags: [{ Key: 'Name', Value: 'nat a' }],
        State: 'failed',
        FailureCode: 'Gateway.NotAttached',
        FailureMessage: 'no gateway',
        ConnectivityType: 'public',
        AvailabilityMode: 'zonal',
        NatGatewayAddresses: [
          {
            AllocationId: 'eipalloc-1',
            PublicIp: '192.0.2.1',
            PrivateIp: '10.0.0.9',
            NetworkInterfaceId: 'eni-1',
            IsPrimary: true,
            Status: 'failed',
            FailureMessage: 'taken',
          },
        ],
      },
      {
        ...bare,
        name: 'nat a',
        subnetId: 'subnet-1',
        state: 'failed',
        failureCode: 'Gateway.NotAttached',
        failureMessage: 'no gateway',
        connectivityType: 'public',
        availabilityMode: 'zonal',
        addresses: [
          {
            allocationId: 'eipalloc-1',
            publicIp: '192.0.2.1',
            privateIp: '10.0.0.9',
            networkInterfaceId: 'eni-1',
            availabilityZoneId: null,
            isPrimary: true,
            status: 'failed',
            failureMessage: 'taken',
          },
        ],
      },
    ],
    'a regional gateway, which has no subnet but zones and a table': [
      {
        NatGatewayId: 'nat-1',
        VpcId: 'vpc-1',
        SubnetId: '',
        State: 'available',
        AvailabilityMode: 'regional',
        AutoProvisionZones: 'disabled',
        RouteTableId: 'rtb-1',
        NatGatewayAddresses: [{ AvailabilityZoneId: 'euw1-az1', Status: 'succeeded' }],
      },
      {
        ...bare,
        state: 'available',
        availabilityMode: 'regional',
        autoProvisionZones: 'disabled',
        routeTableId: 'rtb-1',
        addresses: [{ ...noAddress, availabilityZoneId: 'euw1-az1', status: 'succeeded' }],
      },
    ],
    'ids alone, without a state': [{ NatGatewayId: 'nat-1', VpcId: 'vpc-1' }, bare],
    'appliances, without those that are detached': [
      {
        NatGatewayId: 'nat-1',
        VpcId: 'vpc-1',
        AttachedAppliances: [
          { Type: 'network-firewall-proxy', AttachmentState: 'attached' },
          { Type: 'network-firewall-proxy', AttachmentState: 'detached' },
          { AttachmentState: 'attaching' },
        ],
      },
      { ...bare, appliances: ['network-firewall-proxy', 'unknown'] },
    ],
    'words that it does not know': [
      JSON.parse(
        '{"NatGatewayId":"nat-1","VpcId":"vpc-1","State":"resting","ConnectivityType":"shy","AvailabilityMode":"global",' +
          '"AutoProvisionZones":"maybe","NatGatewayAddresses":[{"Status":"lost"}]}',
      ),
      {
        ...bare,
        state: 'unknown:resting',
        connectivityType: 'unknown:shy',
        availabilityMode: 'unknown:global',
        autoProvisionZones: 'unknown:maybe',
        addresses: [{ ...noAddress, status: 'unknown:lost' }],
      },
    ],
  },
  refuses: {
    'a gateway without an id': { VpcId: 'vpc-1' },
    'an id of another kind': { NatGatewayId: 'igw-1', VpcId: 'vpc-1' },
    'a gateway without a VPC': { NatGatewayId: 'nat-1' },
    'an interface id of another kind': {
      NatGatewayId: 'nat-1',
      VpcId: 'vpc-1',
      NatGatewayAddresses: [{ NetworkInterfaceId: 'subnet-1' }],
    },
  },
});
