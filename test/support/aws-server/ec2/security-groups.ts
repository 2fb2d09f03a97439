import { DescribeSecurityGroupsResult$ } from '@aws-sdk/client-ec2';
import type { SecurityGroupPeer, SecurityGroupRule } from '../../../../src/model/kinds/security-groups.ts';
import type { AwsShape } from '../xml.ts';
import { describeAction } from './describe.ts';

/** Security groups name these protocols in words. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
const protocolWords: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

const portsShape = ({ ports, protocol }: SecurityGroupRule): AwsShape => {
  switch (ports.kind) {
    case 'all':
      return protocol === '6' || protocol === '17' ? { FromPort: 0, ToPort: 65535 } : {};
    case 'range':
      return { FromPort: ports.from, ToPort: ports.to };
    case 'icmp':
      return { FromPort: ports.type, ToPort: ports.code };
    case 'unknown':
      return {};
  }
};

const peerLists = {
  ipv4: 'IpRanges',
  ipv6: 'Ipv6Ranges',
  'prefix-list': 'PrefixListIds',
  'security-group': 'UserIdGroupPairs',
} as const;

const peerShape = (peer: SecurityGroupPeer): AwsShape => {
  switch (peer.kind) {
    case 'ipv4':
      return { CidrIp: peer.cidr };
    case 'ipv6':
      return { CidrIpv6: peer.cidr };
    case 'prefix-list':
      return { PrefixListId: peer.id };
    case 'security-group':
      return {
        GroupId: peer.id,
        VpcId: peer.vpcId,
        UserId: peer.ownerId,
        VpcPeeringConnectionId: peer.peeringConnectionId,
        PeeringStatus: peer.peeringStatus,
      };
  }
};

/** Neighbouring rules of the same protocol, ports and kind of peer become one permission, as AWS groups them. */
const permissions = (rules: readonly SecurityGroupRule[]): readonly AwsShape[] => {
  const groups: SecurityGroupRule[][] = [];
  const keyOf = ({ protocol, ports, peer }: SecurityGroupRule) => JSON.stringify([protocol, ports, peer.kind]);
  for (const rule of rules) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && keyOf(first) === keyOf(rule)) last.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((group) => group.slice(0, 1).map((rule) => permissionShape(rule, group)));
};

const permissionShape = (rule: SecurityGroupRule, group: readonly SecurityGroupRule[]): AwsShape => ({
  IpProtocol: protocolWords[rule.protocol] ?? rule.protocol,
  ...portsShape(rule),
  UserIdGroupPairs: [],
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  [peerLists[rule.peer.kind]]: group.map(({ peer }) => peerShape(peer)),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export const describeSecurityGroups = describeAction({
  name: 'DescribeSecurityGroups',
  result: DescribeSecurityGroupsResult$,
  list: 'SecurityGroups',
  section: (sections) => sections.securityGroups,
  id: ({ id }) => id,
  idParameter: 'GroupId',
  notFound: 'InvalidGroup.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'group-id': ({ id }) => [id],
    'group-name': ({ name }) => [name],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (group, world) => ({
    GroupId: group.id,
    GroupName: group.name,
    VpcId: group.vpcId,
    OwnerId: world.account,
    Description: group.name ?? 'no description',
    IpPermissions: permissions(group.ingress),
    IpPermissionsEgress: permissions(group.egress),
    Tags: [],
  }),
});
