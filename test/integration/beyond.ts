import {
  AcceptVpcPeeringConnectionCommand,
  AssignPrivateIpAddressesCommand,
  AssociateRouteTableCommand,
  AttachNetworkInterfaceCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateManagedPrefixListCommand,
  CreateNetworkInterfaceCommand,
  CreateRouteCommand,
  type CreateRouteCommandInput,
  CreateRouteTableCommand,
  CreateSubnetCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayRouteCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeTransitGatewayAttachmentsCommand,
  ModifyNetworkInterfaceAttributeCommand,
  ModifyVpcAttributeCommand,
  RunInstancesCommand,
  UnassignPrivateIpAddressesCommand,
} from '@aws-sdk/client-ec2';
import { type Account, given, region } from './account.ts';
import { addSecurityGroup, type Network } from './network.ts';

/** The route table that a subnet is associated with. */
export const tableOf = async ({ ec2 }: Account, subnetId: string): Promise<string> => {
  const Filters = [{ Name: 'association.subnet-id', Values: [subnetId] }];
  const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ Filters }));
  return given(RouteTables[0]?.RouteTableId);
};

export const addRoute = async (
  { ec2 }: Account,
  RouteTableId: string,
  route: Omit<CreateRouteCommandInput, 'RouteTableId'>,
): Promise<void> => {
  await ec2.send(new CreateRouteCommand({ RouteTableId, ...route }));
};

/** A route table without a route to anywhere, of which these subnets are the only ones. */
export const addLocalTable = async ({ ec2 }: Account, VpcId: string, subnetIds: readonly string[]): Promise<string> => {
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const RouteTableId = given(RouteTable?.RouteTableId);
  for (const SubnetId of subnetIds) await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
  return RouteTableId;
};

/** A gateway endpoint with a route in these tables. */
export const addGatewayEndpoint = async (
  { ec2 }: Account,
  VpcId: string,
  service: string,
  ...RouteTableIds: string[]
): Promise<void> => {
  const ServiceName = `com.amazonaws.${region}.${service}`;
  await ec2.send(new CreateVpcEndpointCommand({ VpcId, ServiceName, VpcEndpointType: 'Gateway', RouteTableIds }));
};

/** Interface endpoints need it for their private names, and a new VPC has it off. */
export const turnOnDnsHostnames = async ({ ec2 }: Account, VpcId: string): Promise<void> => {
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsHostnames: { Value: true } }));
};

/** Lets TCP in on one port from a block of addresses. */
export const letIn = async ({ ec2 }: Account, GroupId: string, CidrIp: string, port: number): Promise<void> => {
  const permission = { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp }] };
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permission] }));
};

interface Place {
  readonly subnetId: string;
  readonly address: string;
  readonly groupId: string;
}

/** Something answers at an interface once it is attached, here to an instance. */
const attach = async ({ ec2 }: Account, NetworkInterfaceId: string, SubnetId: string | undefined): Promise<void> => {
  const { Instances = [] } = await ec2.send(
    new RunInstancesCommand({ ImageId: 'ami-0abcdef1234567890', MinCount: 1, MaxCount: 1, SubnetId }),
  );
  const InstanceId = given(Instances[0]?.InstanceId);
  await ec2.send(new AttachNetworkInterfaceCommand({ NetworkInterfaceId, InstanceId, DeviceIndex: 1 }));
};

/** moto takes an address from anywhere and the VPC's default group and attaches nothing; AWS takes one of the subnet and the endpoint's groups. */
const makeTrue = async (
  account: Account,
  NetworkInterfaceId: string,
  { address, groupId, subnetId: SubnetId }: Place,
): Promise<void> => {
  const { ec2 } = account;
  const { NetworkInterfaces = [] } = await ec2.send(
    new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [NetworkInterfaceId] }),
  );
  const PrivateIpAddresses = [given(NetworkInterfaces[0]?.PrivateIpAddress)];
  await ec2.send(new AssignPrivateIpAddressesCommand({ NetworkInterfaceId, PrivateIpAddresses: [address] }));
  await ec2.send(new UnassignPrivateIpAddressesCommand({ NetworkInterfaceId, PrivateIpAddresses }));
  await ec2.send(new ModifyNetworkInterfaceAttributeCommand({ NetworkInterfaceId, Groups: [groupId] }));
  await attach(account, NetworkInterfaceId, SubnetId);
};

/** An interface endpoint with private DNS, which has this address in this subnet. */
export const addInterfaceEndpoint = async (
  account: Account,
  VpcId: string,
  service: string,
  place: Place,
): Promise<void> => {
  const { VpcEndpoint } = await account.ec2.send(
    new CreateVpcEndpointCommand({
      VpcId,
      ServiceName: `com.amazonaws.${region}.${service}`,
      VpcEndpointType: 'Interface',
      SubnetIds: [place.subnetId],
      SecurityGroupIds: [place.groupId],
      PrivateDnsEnabled: true,
    }),
  );
  await makeTrue(account, given(VpcEndpoint?.NetworkInterfaceIds?.[0]), place);
};

/** A prefix list of the account's own. */
export const addPrefixList = async ({ ec2 }: Account, ...cidrs: readonly string[]): Promise<string> => {
  const { PrefixList } = await ec2.send(
    new CreateManagedPrefixListCommand({
      PrefixListName: 'partners',
      AddressFamily: 'IPv4',
      MaxEntries: 5,
      Entries: cidrs.map((Cidr) => ({ Cidr })),
    }),
  );
  return given(PrefixList?.PrefixListId);
};

/** A VPC of the same account with a database at 10.1.40.7 and no route but its own. */
export interface DatabaseVpc {
  readonly vpcId: string;
  readonly routeTableId: string;
  readonly interfaceId: string;
}

export const addDatabaseVpc = async (account: Account, fromCidr: string): Promise<DatabaseVpc> => {
  const { ec2 } = account;
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.1.0.0/16' }));
  const VpcId = given(Vpc?.VpcId);
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({ VpcId, CidrBlock: '10.1.40.0/24', AvailabilityZone: `${region}a` }),
  );
  const SubnetId = given(Subnet?.SubnetId);
  const routeTableId = await addLocalTable(account, VpcId, [SubnetId]);
  const groupId = await addSecurityGroup(account, VpcId, 'database');
  await letIn(account, groupId, fromCidr, 5432);
  const { NetworkInterface } = await ec2.send(
    new CreateNetworkInterfaceCommand({ SubnetId, PrivateIpAddress: '10.1.40.7', Groups: [groupId] }),
  );
  const interfaceId = given(NetworkInterface?.NetworkInterfaceId);
  await attach(account, interfaceId, SubnetId);
  return { vpcId: VpcId, routeTableId, interfaceId };
};

/** Connects two VPCs, of which the first one asks. */
export const requestPeering = async ({ ec2 }: Account, VpcId: string, PeerVpcId: string): Promise<string> => {
  const { VpcPeeringConnection } = await ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId }));
  return given(VpcPeeringConnection?.VpcPeeringConnectionId);
};

export const acceptPeering = async ({ ec2 }: Account, VpcPeeringConnectionId: string): Promise<void> => {
  await ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
};

/** A transit gateway to which the VPC is attached through these subnets. */
export const addTransitGateway = async (
  { ec2 }: Account,
  { vpcId: VpcId }: Network,
  ...SubnetIds: string[]
): Promise<string> => {
  const { TransitGateway } = await ec2.send(new CreateTransitGatewayCommand({}));
  const TransitGatewayId = given(TransitGateway?.TransitGatewayId);
  await ec2.send(new CreateTransitGatewayVpcAttachmentCommand({ TransitGatewayId, VpcId, SubnetIds }));
  return TransitGatewayId;
};

/** The attachment of a VPC to its transit gateway, and the table with which it is associated. */
const attachmentOf = async ({ ec2 }: Account, { vpcId }: Network) => {
  const Filters = [{ Name: 'resource-id', Values: [vpcId] }];
  const { TransitGatewayAttachments = [] } = await ec2.send(new DescribeTransitGatewayAttachmentsCommand({ Filters }));
  const [attachment] = TransitGatewayAttachments;
  return {
    TransitGatewayAttachmentId: given(attachment?.TransitGatewayAttachmentId),
    TransitGatewayRouteTableId: given(attachment?.Association?.TransitGatewayRouteTableId),
  };
};

/** A static route of the table with which the attachment of a VPC is associated: into nothing, or back to itself. */
export const addTransitRoute = async (
  account: Account,
  network: Network,
  DestinationCidrBlock: string,
  over: 'blackhole' | 'attachment',
): Promise<void> => {
  const { TransitGatewayAttachmentId, TransitGatewayRouteTableId } = await attachmentOf(account, network);
  const target = over === 'blackhole' ? { Blackhole: true } : { TransitGatewayAttachmentId };
  const route = { DestinationCidrBlock, TransitGatewayRouteTableId, ...target };
  await account.ec2.send(new CreateTransitGatewayRouteCommand(route));
};
