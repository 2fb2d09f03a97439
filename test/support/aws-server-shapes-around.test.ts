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

describe('resources around the subnets, in the shapes of the EC2 API', () => {
  it('gateways', async () => {
    const { InternetGateways } = await client.send(new ec2.DescribeInternetGatewaysCommand({}));
    expect(InternetGateways).toMatchObject([{ Attachments: [{ VpcId: 'vpc-1', State: 'available' }] }]);
    const { EgressOnlyInternetGateways } = await client.send(new ec2.DescribeEgressOnlyInternetGatewaysCommand({}));
    expect(EgressOnlyInternetGateways).toMatchObject([{ Attachments: [{ VpcId: 'vpc-1', State: 'attached' }] }]);
  });

  it('network interface of Lambda in older data, and instance', async () => {
    const { NetworkInterfaces } = await client.send(new ec2.DescribeNetworkInterfacesCommand({}));
    expect(NetworkInterfaces).toMatchObject([
      {
        InterfaceType: 'interface',
        Description: expect.stringMatching(/^AWS Lambda VPC ENI-/),
        SourceDestCheck: false,
        Attachment: { InstanceId: 'i-1' },
        Groups: [{ GroupId: 'sg-1' }],
        PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.9', Primary: true, Association: { PublicIp: '203.0.113.9' } }],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8::9' }],
      },
    ]);
    const { Reservations } = await client.send(new ec2.DescribeInstancesCommand({}));
    expect(Reservations?.[0]?.Instances).toMatchObject([{ InstanceId: 'i-1', State: { Name: 'stopped' } }]);
  });

  it('endpoint, prefix list and entries', async () => {
    const { VpcEndpoints } = await client.send(new ec2.DescribeVpcEndpointsCommand({}));
    const endpoint = {
      VpcEndpointType: 'Gateway',
      State: 'available',
      RouteTableIds: ['rtb-1'],
      Groups: [{ GroupId: 'sg-1' }],
    };
    expect(VpcEndpoints).toMatchObject([endpoint]);
    const { PrefixLists } = await client.send(new ec2.DescribeManagedPrefixListsCommand({}));
    expect(PrefixLists).toMatchObject([{ PrefixListId: 'pl-1', OwnerId: 'AWS', AddressFamily: 'IPv4' }, {}]);
    const withCidrs = await client.send(new ec2.DescribePrefixListsCommand({}));
    expect(withCidrs.PrefixLists).toEqual([
      { PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3', Cidrs: ['3.5.64.0/21'] },
    ]);
    const entries = (PrefixListId: string) => client.send(new ec2.GetManagedPrefixListEntriesCommand({ PrefixListId }));
    expect((await entries('pl-1')).Entries).toEqual([{ Cidr: '3.5.64.0/21' }]);
    await expect(entries('pl-2')).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    await expect(entries('pl-3')).rejects.toMatchObject({ name: 'InvalidPrefixListID.NotFound' });
  });

  it('peering connection and transit gateway attachment', async () => {
    const { VpcPeeringConnections } = await client.send(new ec2.DescribeVpcPeeringConnectionsCommand({}));
    expect(VpcPeeringConnections).toMatchObject([
      {
        Status: { Code: 'active' },
        RequesterVpcInfo: { VpcId: 'vpc-1', CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }] },
        AccepterVpcInfo: { VpcId: 'vpc-9', Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2001:db8:9::/56' }] },
      },
    ]);
    const answer = await client.send(new ec2.DescribeTransitGatewayVpcAttachmentsCommand({}));
    expect(answer.TransitGatewayVpcAttachments).toMatchObject([{ State: 'available', SubnetIds: ['subnet-1'] }]);
  });

  it('the route table of a transit gateway attachment and its routes', async () => {
    const { TransitGatewayAttachments } = await client.send(new ec2.DescribeTransitGatewayAttachmentsCommand({}));
    expect(TransitGatewayAttachments).toMatchObject([
      {
        TransitGatewayOwnerId: '123456789012',
        ResourceId: 'vpc-1',
        Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
      },
    ]);
    const search = (TransitGatewayRouteTableId: string, ...Values: string[]) => {
      const Filters = Values.length === 0 ? [] : [{ Name: 'state', Values }];
      return client.send(new ec2.SearchTransitGatewayRoutesCommand({ TransitGatewayRouteTableId, Filters }));
    };
    const all = await search('tgw-rtb-1', 'active', 'blackhole');
    expect(all.AdditionalRoutesAvailable).toBe(false);
    expect(all.Routes).toMatchObject([
      { DestinationCidrBlock: '10.5.0.0/16', TransitGatewayAttachments: [{ ResourceId: 'vpc-5' }] },
      { DestinationCidrBlock: '10.6.0.0/16', PrefixListId: 'pl-2', State: 'blackhole' },
    ]);
    expect((await search('tgw-rtb-1', 'blackhole')).Routes).toHaveLength(1);
    await expect(search('tgw-rtb-1')).rejects.toMatchObject({ name: 'MissingParameter' });
    await expect(search('tgw-rtb-2', 'active')).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    await expect(search('tgw-rtb-3', 'active')).rejects.toMatchObject({ name: 'InvalidRouteTableID.NotFound' });
  });

  it('Block Public Access and DHCP options', async () => {
    const options = await client.send(new ec2.DescribeVpcBlockPublicAccessOptionsCommand({}));
    expect(options.VpcBlockPublicAccessOptions).toMatchObject({
      InternetGatewayBlockMode: 'block-bidirectional',
      State: 'update-complete',
      ManagedBy: 'declarative-policy',
      ExclusionsAllowed: 'not-allowed',
    });
    const exclusions = await client.send(new ec2.DescribeVpcBlockPublicAccessExclusionsCommand({}));
    expect(exclusions.VpcBlockPublicAccessExclusions).toMatchObject([
      { InternetGatewayExclusionMode: 'allow-egress', State: 'create-complete' },
    ]);
    const { DhcpOptions } = await client.send(new ec2.DescribeDhcpOptionsCommand({}));
    const servers = { Key: 'domain-name-servers', Values: [{ Value: '10.0.0.2' }, { Value: 'AmazonProvidedDNS' }] };
    expect(DhcpOptions).toMatchObject([{ DhcpConfigurations: [servers] }]);
  });
});
