import { describe, expect, it } from 'vitest';
import { fromAws } from '../../src/collectors/network-interfaces.ts';
import schema, { type NetworkInterface } from '../../src/model/kinds/network-interfaces.ts';
import { describeMapper } from './mapper.ts';

const bare: NetworkInterface = {
  id: 'eni-1',
  vpcId: null,
  subnetId: null,
  ownerId: null,
  interfaceType: 'interface',
  ofLambda: false,
  status: null,
  sourceDestCheck: null,
  instanceId: null,
  securityGroupIds: [],
  privateIpAddresses: [],
  ipv6Addresses: [],
};

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        NetworkInterfaceId: 'eni-1',
        VpcId: 'vpc-1',
        SubnetId: 'subnet-1',
        OwnerId: '123456789012',
        InterfaceType: 'interface',
        Status: 'in-use',
        SourceDestCheck: false,
        Attachment: { InstanceId: 'i-1' },
        Groups: [{ GroupId: 'sg-1' }],
        PrivateIpAddress: '10.0.0.4',
        PrivateIpAddresses: [
          { PrivateIpAddress: '10.0.0.4', Primary: true, Association: { PublicIp: '192.0.2.4' } },
          { PrivateIpAddress: '10.0.0.5', Primary: false },
        ],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8::4' }],
      },
      {
        id: 'eni-1',
        vpcId: 'vpc-1',
        subnetId: 'subnet-1',
        ownerId: '123456789012',
        interfaceType: 'interface',
        ofLambda: false,
        status: 'in-use',
        sourceDestCheck: false,
        instanceId: 'i-1',
        securityGroupIds: ['sg-1'],
        privateIpAddresses: [
          { address: '10.0.0.4', publicIp: '192.0.2.4', primary: true },
          { address: '10.0.0.5', publicIp: null, primary: false },
        ],
        ipv6Addresses: ['2001:db8::4'],
      },
    ],
    'an id alone': [{ NetworkInterfaceId: 'eni-1' }, bare],
    'its own address where the set of addresses is missing': [
      { NetworkInterfaceId: 'eni-1', PrivateIpAddress: '10.0.0.4', Association: { PublicIp: '192.0.2.4' } },
      { ...bare, privateIpAddresses: [{ address: '10.0.0.4', publicIp: '192.0.2.4', primary: true }] },
    ],
    'a status that it does not know': [
      JSON.parse('{"NetworkInterfaceId":"eni-1","Status":"resting"}'),
      { ...bare, status: 'unknown:resting' },
    ],
  },
  refuses: {
    'an interface without an id': {},
    'an id of another kind': { NetworkInterfaceId: 'i-1' },
    'a group of another kind': { NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'eni-2' }] },
  },
});

describe('ofLambda', () => {
  it.each([
    ['lambda', undefined, true],
    ['interface', 'AWS Lambda VPC ENI-orders-1b2c', true],
    ['interface', 'Primary network interface', false],
    ['nat_gateway', 'Interface for NAT Gateway nat-1', false],
  ] as const)('of type %s with description %s is %s', (InterfaceType, Description, expected) => {
    // The words of the SDK lack `lambda` and `nat_gateway`, which AWS sends.
    const raw: object = { NetworkInterfaceId: 'eni-1', InterfaceType, Description };
    expect(fromAws(raw).ofLambda).toBe(expected);
  });
});
