import * as ec2 from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from './aws-server/clients.ts';
import { everything } from './aws-server/everything.ts';
import { type AwsServer, startAwsServer } from './aws-server/server.ts';

let server: AwsServer;
let client: ec2.EC2Client;

beforeAll(async () => {
  server = await startAwsServer({ snapshot: everything });
  client = clientsOf(server.url).ec2;
});
afterAll(() => server.close());

describe('items in the shapes of the EC2 API', () => {
  it('subnet', async () => {
    const { Subnets } = await client.send(new ec2.DescribeSubnetsCommand({}));
    expect(Subnets).toMatchObject([
      {
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        CidrBlock: '10.0.1.0/24',
        AvailabilityZoneId: 'euw1-az1',
        AvailableIpAddressCount: 250,
        Ipv6Native: false,
        EnableDns64: true,
        Ipv6CidrBlockAssociationSet: [
          {
            Ipv6CidrBlock: '2001:db8::/64',
            Ipv6CidrBlockState: { State: 'associated' },
            Ipv6AddressAttribute: 'public',
          },
        ],
        BlockPublicAccessStates: { InternetGatewayBlockMode: 'block-ingress' },
        Tags: [{ Key: 'Name', Value: 'a <b> & "c"' }],
      },
    ]);
  });

  it('VPC and its attributes', async () => {
    const { Vpcs } = await client.send(new ec2.DescribeVpcsCommand({}));
    expect(Vpcs).toMatchObject([
      {
        VpcId: 'vpc-1',
        CidrBlock: '10.0.0.0/16',
        CidrBlockAssociationSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '100.64.0.0/16' }],
        DhcpOptionsId: 'dopt-1',
        InstanceTenancy: 'default',
        EncryptionControl: { Mode: 'enforce' },
      },
    ]);
    const attribute = (Attribute: 'enableDnsSupport' | 'enableDnsHostnames') =>
      client.send(new ec2.DescribeVpcAttributeCommand({ VpcId: 'vpc-1', Attribute }));
    expect((await attribute('enableDnsSupport')).EnableDnsSupport).toEqual({ Value: true });
    await expect(attribute('enableDnsHostnames')).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  });

  it('routes: each target in the field that the API reference gives it', async () => {
    const { RouteTables } = await client.send(new ec2.DescribeRouteTablesCommand({}));
    const active = { State: 'active', Origin: 'CreateRoute' };
    expect(RouteTables?.[0]?.Routes).toEqual([
      { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', ...active },
      { DestinationCidrBlock: '10.1.0.0/16', GatewayId: 'igw-1', ...active },
      { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', ...active },
      { DestinationCidrBlock: '10.2.0.0/16', NatGatewayId: 'nat-1', ...active },
      {
        DestinationCidrBlock: '10.3.0.0/16',
        NetworkInterfaceId: 'eni-1',
        InstanceId: 'i-1',
        InstanceOwnerId: '123456789012',
        ...active,
      },
      { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', ...active },
      { DestinationCidrBlock: '10.4.0.0/16', VpcPeeringConnectionId: 'pcx-1', ...active },
      { DestinationCidrBlock: '10.5.0.0/16', TransitGatewayId: 'tgw-1', ...active },
      { DestinationCidrBlock: '10.6.0.0/16', GatewayId: 'vgw-1', ...active },
      { DestinationCidrBlock: '10.7.0.0/16', State: 'blackhole', Origin: 'CreateRoute' },
      { DestinationCidrBlock: '10.8.0.0/16', GatewayId: 'qgw-1', State: 'entangled', Origin: 'CreateRoute' },
    ]);
    expect(RouteTables?.[0]?.Associations).toEqual([
      {
        RouteTableAssociationId: 'rtbassoc-1',
        RouteTableId: 'rtb-1',
        SubnetId: 'subnet-1',
        Main: false,
        AssociationState: { State: 'associated' },
      },
    ]);
  });

  it('network ACL: protocol numbers, port ranges, ICMP types', async () => {
    const { NetworkAcls } = await client.send(new ec2.DescribeNetworkAclsCommand({}));
    const all = { CidrBlock: '0.0.0.0/0', RuleAction: 'allow', Egress: true };
    expect(NetworkAcls?.[0]).toMatchObject({ IsDefault: false, Associations: [{ SubnetId: 'subnet-1' }] });
    expect(NetworkAcls?.[0]?.Entries).toEqual([
      { ...all, RuleNumber: 100, Protocol: '6', PortRange: { From: 1024, To: 65535 } },
      { ...all, RuleNumber: 110, Protocol: '6', PortRange: { From: 0, To: 65535 } },
      { ...all, RuleNumber: 120, Protocol: '1', IcmpTypeCode: { Type: 8, Code: -1 } },
      { Ipv6CidrBlock: '::/0', RuleAction: 'deny', Egress: false, RuleNumber: 32768, Protocol: '-1' },
    ]);
  });

  it('security group: one permission holds the neighbouring peers of one kind', async () => {
    const { SecurityGroups } = await client.send(new ec2.DescribeSecurityGroupsCommand({}));
    expect(SecurityGroups?.[0]?.IpPermissionsEgress).toMatchObject([
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: '10.0.0.0/8' }, { CidrIp: '192.0.2.0/24' }],
      },
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, PrefixListIds: [{ PrefixListId: 'pl-1' }], IpRanges: [] },
      { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '123456789012' }] },
    ]);
    expect(SecurityGroups?.[0]?.IpPermissionsEgress?.[2]).not.toHaveProperty('FromPort');
  });

  it('NAT gateway with its addresses and appliances', async () => {
    const { NatGateways } = await client.send(new ec2.DescribeNatGatewaysCommand({}));
    expect(NatGateways).toMatchObject([
      {
        NatGatewayId: 'nat-1',
        State: 'failed',
        ConnectivityType: 'public',
        AvailabilityMode: 'regional',
        AutoProvisionZones: 'enabled',
        RouteTableId: 'rtb-1',
        FailureCode: 'Gateway.NotAttached',
        NatGatewayAddresses: [{ PublicIp: '203.0.113.1', NetworkInterfaceId: 'eni-1', Status: 'hovering' }],
        AttachedAppliances: [{ Type: 'network-firewall-proxy' }],
      },
    ]);
    expect(NatGateways?.[0]).not.toHaveProperty('SubnetId');
  });
});
