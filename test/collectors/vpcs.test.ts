import type { Vpc as RawVpc } from '@aws-sdk/client-ec2';
import { type DnsAttributes, fromAws } from '../../src/collectors/vpcs.ts';
import schema, { type Vpc } from '../../src/model/kinds/vpcs.ts';
import { describeMapper } from './mapper.ts';

const dns: DnsAttributes = {
  enableDnsSupport: { status: 'known', value: true },
  enableDnsHostnames: { status: 'unavailable', action: 'ec2:DescribeVpcAttribute', reason: 'throttled' },
};

const bare: Vpc = {
  id: 'vpc-1',
  name: null,
  isDefault: null,
  ownerId: null,
  cidrs: [],
  ipv6Cidrs: [],
  instanceTenancy: null,
  dhcpOptionsId: null,
  internetGatewayBlockMode: null,
  encryptionControlMode: null,
  ...dns,
};

const noExclusions = { lambda: null, natGateway: null, internetGateway: null, egressOnlyInternetGateway: null };

describeMapper(schema, (raw: RawVpc) => fromAws(raw, dns), {
  maps: {
    'all fields, the primary range first and ranges that are gone left out': [
      {
        VpcId: 'vpc-1',
        Tags: [{ Key: 'Name', Value: 'prod' }],
        IsDefault: false,
        OwnerId: '123456789012',
        CidrBlock: '10.0.0.0/16',
        CidrBlockAssociationSet: [
          { CidrBlock: '10.1.0.0/16', CidrBlockState: { State: 'associated' } },
          { CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } },
          { CidrBlock: '10.2.0.0/16', CidrBlockState: { State: 'disassociated' } },
        ],
        Ipv6CidrBlockAssociationSet: [
          {
            Ipv6CidrBlock: '2001:db8::/56',
            Ipv6CidrBlockState: { State: 'associated' },
            Ipv6AddressAttribute: 'public',
          },
        ],
        InstanceTenancy: 'default',
        DhcpOptionsId: 'dopt-1',
        BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
        EncryptionControl: {
          Mode: 'enforce',
          State: 'available',
          ResourceExclusions: {
            Lambda: { State: 'enabled' },
            NatGateway: { State: 'enabling' },
            InternetGateway: { State: 'disabled' },
            VpcPeering: { State: 'enabled' },
          },
        },
      },
      {
        id: 'vpc-1',
        name: 'prod',
        isDefault: false,
        ownerId: '123456789012',
        cidrs: ['10.0.0.0/16', '10.1.0.0/16'],
        ipv6Cidrs: [{ cidr: '2001:db8::/56', state: 'associated', addressAttribute: 'public' }],
        instanceTenancy: 'default',
        dhcpOptionsId: 'dopt-1',
        internetGatewayBlockMode: 'off',
        encryptionControlMode: 'enforce',
        encryptionControl: {
          state: 'available',
          exclusions: {
            lambda: 'enabled',
            natGateway: 'enabling',
            internetGateway: 'disabled',
            egressOnlyInternetGateway: null,
          },
        },
        ...dns,
      },
    ],
    'an id alone': [{ VpcId: 'vpc-1' }, bare],
    'the word that stands for no DHCP options': [
      { VpcId: 'vpc-1', DhcpOptionsId: 'default' },
      { ...bare, dhcpOptionsId: 'default' },
    ],
    'words that it does not know': [
      JSON.parse(
        '{"VpcId":"vpc-1","InstanceTenancy":"shared","EncryptionControl":{"Mode":"strict","State":"dreaming","ResourceExclusions":{"Lambda":{"State":"perhaps"}}}}',
      ),
      {
        ...bare,
        instanceTenancy: 'unknown:shared',
        encryptionControlMode: 'unknown:strict',
        encryptionControl: {
          state: 'unknown:dreaming',
          exclusions: { ...noExclusions, lambda: 'unknown:perhaps' },
        },
      },
    ],
    'an encryption control that says nothing of exclusions': [
      { VpcId: 'vpc-1', EncryptionControl: { Mode: 'monitor' } },
      { ...bare, encryptionControlMode: 'monitor', encryptionControl: { state: null, exclusions: noExclusions } },
    ],
  },
  refuses: {
    'a VPC without an id': {},
    'an id of another kind': { VpcId: 'subnet-1' },
    'DHCP options of another kind': { VpcId: 'vpc-1', DhcpOptionsId: 'vpc-1' },
  },
});
