import {
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  DescribeNetworkAclsCommand,
  ReplaceNetworkAclAssociationCommand,
} from '@aws-sdk/client-ec2';
import { type Account, given } from './account.ts';

export interface PortRange {
  readonly From: number;
  readonly To: number;
}

const associationOf = async ({ ec2 }: Account, subnetId: string): Promise<string> => {
  const Filters = [{ Name: 'association.subnet-id', Values: [subnetId] }];
  const { NetworkAcls = [] } = await ec2.send(new DescribeNetworkAclsCommand({ Filters }));
  const associations = NetworkAcls.flatMap(({ Associations = [] }) => Associations);
  return given(associations.find(({ SubnetId }) => SubnetId === subnetId)?.NetworkAclAssociationId);
};

/** Gives these subnets a network ACL that lets everything out, and TCP in on these ports alone, or nothing at all. */
export const replaceNetworkAcl = async (
  account: Account,
  VpcId: string,
  subnetIds: readonly string[],
  letIn: PortRange | null,
): Promise<void> => {
  const { ec2 } = account;
  const { NetworkAcl } = await ec2.send(new CreateNetworkAclCommand({ VpcId }));
  const NetworkAclId = given(NetworkAcl?.NetworkAclId);
  const allow = { NetworkAclId, RuleNumber: 100, CidrBlock: '0.0.0.0/0', RuleAction: 'allow' } as const;
  await ec2.send(new CreateNetworkAclEntryCommand({ ...allow, Egress: true, Protocol: '-1' }));
  if (letIn) {
    await ec2.send(new CreateNetworkAclEntryCommand({ ...allow, Egress: false, Protocol: '6', PortRange: letIn }));
  }
  for (const subnetId of subnetIds) {
    const AssociationId = await associationOf(account, subnetId);
    await ec2.send(new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId }));
  }
};
