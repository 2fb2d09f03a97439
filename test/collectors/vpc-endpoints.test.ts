import { fromAws } from '../../src/collectors/vpc-endpoints.ts';
import schema, { type VpcEndpoint } from '../../src/model/kinds/vpc-endpoints.ts';
import { describeMapper } from './mapper.ts';

const bare: VpcEndpoint = {
  id: 'vpce-1',
  name: null,
  vpcId: 'vpc-1',
  type: 'unknown:',
  serviceName: null,
  state: 'unknown:',
  routeTableIds: [],
  subnetIds: [],
  networkInterfaceIds: [],
  securityGroupIds: [],
  privateDnsEnabled: null,
};

describeMapper(schema, fromAws, {
  maps: {
    'an interface endpoint': [
      {
        VpcEndpointId: 'vpce-1',
        VpcId: 'vpc-1',
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.eu-west-1.sts',
        State: 'Available',
        SubnetIds: ['subnet-1'],
        NetworkInterfaceIds: ['eni-1'],
        Groups: [{ GroupId: 'sg-1' }],
        PrivateDnsEnabled: true,
        Tags: [{ Key: 'Name', Value: 'sts' }],
      },
      {
        ...bare,
        name: 'sts',
        type: 'Interface',
        serviceName: 'com.amazonaws.eu-west-1.sts',
        state: 'available',
        subnetIds: ['subnet-1'],
        networkInterfaceIds: ['eni-1'],
        securityGroupIds: ['sg-1'],
        privateDnsEnabled: true,
      },
    ],
    'an endpoint for inbound resolvers alone': [
      {
        VpcEndpointId: 'vpce-1',
        VpcId: 'vpc-1',
        IpAddressType: 'dualstack',
        DnsOptions: { DnsRecordIpType: 'dualstack', PrivateDnsOnlyForInboundResolverEndpoint: true },
      },
      { ...bare, privateDnsOnlyForInboundResolver: true, ipAddressType: 'dualstack', dnsRecordIpType: 'dualstack' },
    ],
    'an endpoint that failed, with its last error and the reason': [
      {
        VpcEndpointId: 'vpce-1',
        VpcId: 'vpc-1',
        State: 'Failed',
        LastError: { Code: 'InvalidSubnet', Message: 'The subnet has no free address.' },
        FailureReason: 'No interface could be made.',
      },
      { ...bare, state: 'failed', failure: 'The subnet has no free address.; No interface could be made.' },
    ],
    'a last error of which the answer gives the code alone': [
      { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', LastError: { Code: 'InvalidSubnet' } },
      { ...bare, failure: 'InvalidSubnet' },
    ],
    'one text in both places, and empty texts': [
      { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', LastError: { Code: '', Message: 'Denied' }, FailureReason: 'Denied' },
      { ...bare, failure: 'Denied' },
    ],
    'options that do not say for whom the name is answered': [
      { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', DnsOptions: { DnsRecordIpType: 'service-defined' } },
      { ...bare, dnsRecordIpType: 'service-defined' },
    ],
    'options that do not say which records there are': [
      { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', DnsOptions: {} },
      bare,
    ],
    'a gateway endpoint whose state is in lower case': [
      JSON.parse(
        '{"VpcEndpointId":"vpce-1","VpcId":"vpc-1","VpcEndpointType":"Gateway","State":"pendingAcceptance","RouteTableIds":["rtb-1"]}',
      ),
      { ...bare, type: 'Gateway', state: 'pendingacceptance', routeTableIds: ['rtb-1'] },
    ],
    'ids alone': [{ VpcEndpointId: 'vpce-1', VpcId: 'vpc-1' }, bare],
    'words that it does not know': [
      JSON.parse(
        '{"VpcEndpointId":"vpce-1","VpcId":"vpc-1","VpcEndpointType":"Tunnel","State":"Resting","IpAddressType":"ipv8","DnsOptions":{"DnsRecordIpType":"ipv9"}}',
      ),
      {
        ...bare,
        type: 'unknown:Tunnel',
        state: 'unknown:resting',
        ipAddressType: 'unknown:ipv8',
        dnsRecordIpType: 'unknown:ipv9',
      },
    ],
  },
  refuses: {
    'an endpoint without an id': { VpcId: 'vpc-1' },
    'an id of another kind': { VpcEndpointId: 'vpc-1', VpcId: 'vpc-1' },
    'a subnet of another kind': { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', SubnetIds: ['eni-1'] },
  },
});
