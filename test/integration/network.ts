import {
  AllocateAddressCommand,
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  RevokeSecurityGroupEgressCommand,
} from '@aws-sdk/client-ec2';
import { type Account, given, region } from './account.ts';

/** A VPC: a public subnet with a NAT gateway, another public subnet, two private subnets behind the NAT gateway. */
export interface Network {
  readonly vpcId: string;
  readonly natGatewayId: string;
  readonly securityGroupId: string;
  readonly publicSubnets: readonly [string, string];
  readonly privateSubnets: readonly [string, string];
  /** In the VPC's main route table, which leads nowhere but to the VPC itself. */
  readonly isolatedSubnets: readonly [string, string];
}

type Zone = 'a' | 'b';

const addSubnet = async ({ ec2 }: Account, VpcId: string, CidrBlock: string, zone: Zone): Promise<string> => {
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({ VpcId, CidrBlock, AvailabilityZone: `${region}${zone}` }),
  );
  return given(Subnet?.SubnetId);
};

/** Two subnets, one in each zone. */
const addSubnets = async (account: Account, vpcId: string, tens: number): Promise<readonly [string, string]> => [
  await addSubnet(account, vpcId, `10.0.${tens}0.0/24`, 'a'),
  await addSubnet(account, vpcId, `10.0.${tens}1.0/24`, 'b'),
];

/** Gives these subnets a route table of their own that sends everything outside the VPC to one gateway. */
const addDefaultRoute = async (
  { ec2 }: Account,
  VpcId: string,
  subnetIds: readonly string[],
  target: { readonly GatewayId: string } | { readonly NatGatewayId: string },
): Promise<void> => {
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const RouteTableId = given(RouteTable?.RouteTableId);
  for (const SubnetId of subnetIds) await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
  await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock: '0.0.0.0/0', ...target }));
};

const addInternetGateway = async ({ ec2 }: Account, VpcId: string): Promise<string> => {
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const InternetGatewayId = given(InternetGateway?.InternetGatewayId);
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId }));
  return InternetGatewayId;
};

const addNatGateway = async ({ ec2 }: Account, SubnetId: string): Promise<string> => {
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  const { NatGateway } = await ec2.send(new CreateNatGatewayCommand({ SubnetId, AllocationId: given(AllocationId) }));
  return given(NatGateway?.NatGatewayId);
};

/** A new security group lets everything out and nothing in. */
export const addSecurityGroup = async ({ ec2 }: Account, VpcId: string, GroupName: string): Promise<string> => {
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand({ VpcId, GroupName, Description: GroupName }));
  return given(GroupId);
};

export const removeEgress = async ({ ec2 }: Account, GroupId: string): Promise<void> => {
  const everything = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: [everything] }));
};

export const addNetwork = async (account: Account): Promise<Network> => {
  const { Vpc } = await account.ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const vpcId = given(Vpc?.VpcId);
  const publicSubnets = await addSubnets(account, vpcId, 1);
  await addDefaultRoute(account, vpcId, publicSubnets, { GatewayId: await addInternetGateway(account, vpcId) });
  const natGatewayId = await addNatGateway(account, publicSubnets[0]);
  const privateSubnets = await addSubnets(account, vpcId, 2);
  await addDefaultRoute(account, vpcId, privateSubnets, { NatGatewayId: natGatewayId });
  const isolatedSubnets = await addSubnets(account, vpcId, 3);
  const securityGroupId = await addSecurityGroup(account, vpcId, 'orders-api');
  return { vpcId, natGatewayId, securityGroupId, publicSubnets, privateSubnets, isolatedSubnets };
};
