import { DescribeNetworkAclsResult$ } from '@aws-sdk/client-ec2';
import type { NetworkAclEntry } from '../../../../src/model/kinds/network-acls.ts';
import type { AwsShape } from '../xml.ts';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

const tcpOrUdp = (protocol: string): boolean => protocol === '6' || protocol === '17';

/** A rule of all TCP or UDP ports shows its range; a rule of another protocol or of all protocols shows none. */
const portsShape = ({ ports, protocol }: NetworkAclEntry): AwsShape => {
  switch (ports.kind) {
    case 'all':
      return tcpOrUdp(protocol) ? { PortRange: { From: 0, To: 65535 } } : {};
    case 'range':
      return { PortRange: { From: ports.from, To: ports.to } };
    case 'icmp':
      return { IcmpTypeCode: { Type: ports.type, Code: ports.code } };
    case 'unknown':
      return {};
  }
};

const cidrShape = ({ cidr }: NetworkAclEntry): AwsShape => {
  if (cidr.kind === 'unknown') return {};
  return cidr.kind === 'ipv4' ? { CidrBlock: cidr.cidr } : { Ipv6CidrBlock: cidr.cidr };
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html */
export const describeNetworkAcls = describeAction({
  name: 'DescribeNetworkAcls',
  result: DescribeNetworkAclsResult$,
  list: 'NetworkAcls',
  section: (sections) => sections.networkAcls,
  id: ({ id }) => id,
  idParameter: 'NetworkAclId',
  notFound: 'InvalidNetworkAclID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'association.subnet-id': ({ subnetIds }) => subnetIds,
    default: ({ isDefault }) => [isDefault],
    'network-acl-id': ({ id }) => [id],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (acl, world) => ({
    NetworkAclId: acl.id,
    VpcId: acl.vpcId,
    OwnerId: world.account,
    IsDefault: acl.isDefault,
    Entries: acl.entries.map((entry) => ({
      RuleNumber: entry.ruleNumber,
      Egress: entry.direction === 'egress',
      RuleAction: word(entry.action),
      Protocol: entry.protocol,
      ...cidrShape(entry),
      ...portsShape(entry),
    })),
    Associations: acl.subnetIds.map((subnetId) => ({
      NetworkAclAssociationId: subnetId.replace('subnet-', 'aclassoc-'),
      NetworkAclId: acl.id,
      SubnetId: subnetId,
    })),
    Tags: nameTag(acl.name),
  }),
});
