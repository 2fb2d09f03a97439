import {
  type Filter,
  paginateDescribeSecurityGroups,
  type SecurityGroup as RawGroup,
  type UserIdGroupPair as RawPair,
  type IpPermission as RawPermission,
} from '@aws-sdk/client-ec2';
import { PrefixListId, SecurityGroupId, VpcId, VpcPeeringConnectionId } from '../model/ids.ts';
import type { SecurityGroup, SecurityGroupPeer, SecurityGroupRule } from '../model/kinds/security-groups.ts';
import { ids, NotUnderstood, optional, required, text, texts } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';
import { protocolNumber, rulePorts } from './rule-ports.ts';

const groupPeer = (raw: RawPair): SecurityGroupPeer => ({
  kind: 'security-group',
  id: required(SecurityGroupId, raw.GroupId),
  vpcId: optional(VpcId, raw.VpcId),
  ownerId: text(raw.UserId),
  peeringConnectionId: optional(VpcPeeringConnectionId, raw.VpcPeeringConnectionId),
  peeringStatus: text(raw.PeeringStatus),
});

const peers = (raw: RawPermission): readonly SecurityGroupPeer[] => [
  ...texts(raw.IpRanges?.map((range) => range.CidrIp)).map((cidr) => ({ kind: 'ipv4' as const, cidr })),
  ...texts(raw.Ipv6Ranges?.map((range) => range.CidrIpv6)).map((cidr) => ({ kind: 'ipv6' as const, cidr })),
  ...ids(
    PrefixListId,
    raw.PrefixListIds?.map((list) => list.PrefixListId),
  ).map((id) => ({
    kind: 'prefix-list' as const,
    id,
  })),
  ...(raw.UserIdGroupPairs ?? []).map(groupPeer),
];

/**
 * A permission whose sets are all there and empty opens nothing. One that names no peer and lacks a set has a peer of a
 * kind that this version does not know, which may open anything.
 */
const isReadable = (raw: RawPermission): boolean =>
  peers(raw).length > 0 || ![raw.IpRanges, raw.Ipv6Ranges, raw.PrefixListIds, raw.UserIdGroupPairs].includes(undefined);

/** One rule for each peer. For ICMP the two ports hold type and code. */
const rules = (raw: RawPermission): readonly SecurityGroupRule[] => {
  if (!isReadable(raw)) throw new NotUnderstood();
  const protocol = protocolNumber(raw.IpProtocol);
  const { FromPort: from, ToPort: to } = raw;
  const ports = rulePorts(protocol, { from, to, type: from, code: to });
  return peers(raw).map((peer) => ({ protocol, ports, peer }));
};

export const fromAws = (raw: RawGroup): SecurityGroup => ({
  id: required(SecurityGroupId, raw.GroupId),
  name: text(raw.GroupName),
  vpcId: optional(VpcId, raw.VpcId),
  ingress: (raw.IpPermissions ?? []).flatMap(rules),
  egress: (raw.IpPermissionsEgress ?? []).flatMap(rules),
});

const read = (aws: Aws) => (filters: Filter[]) => {
  const pages = paginateDescribeSecurityGroups({ client: aws.ec2, pageSize }, { Filters: filters }, aws.options);
  return readPages(pages, (page) => page.SecurityGroups, fromAws);
};

/**
 * All groups of the VPCs, and those of functions that belong to another VPC: a group can be associated with a VPC that
 * is not its own. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html
 */
export default defineCollector({
  kind: 'securityGroups',
  actions: ['ec2:DescribeSecurityGroups'],
  scope: 'vpc',
  ofPeers: true,
  async collect(aws, { vpcIds, securityGroupIds }) {
    const ofVpcs = await readByFilter('vpc-id', vpcIds, read(aws));
    const known = new Set(ofVpcs.map((group) => group.id));
    const elsewhere = securityGroupIds.filter((id) => !known.has(id));
    return [...ofVpcs, ...(await readByFilter('group-id', elsewhere, read(aws)))];
  },
  belongs: (group, { vpcIds, securityGroupIds }) =>
    (group.vpcId !== null && vpcIds.has(group.vpcId)) || securityGroupIds.has(group.id),
  references: ({ ingress, egress }) =>
    [...ingress, ...egress].flatMap(({ peer }) => (peer.kind === 'prefix-list' ? [peer.id] : [])),
});
