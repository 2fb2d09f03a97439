import {
  paginateDescribeNetworkAcls,
  type NetworkAclEntry as RawEntry,
  type NetworkAcl as RawNetworkAcl,
} from '@aws-sdk/client-ec2';
import { NetworkAclId, SubnetId, VpcId } from '../model/ids.ts';
import { type NetworkAcl, NetworkAclEntry, type RulePorts } from '../model/kinds/network-acls.ts';
import { certain, ids, nameTag, openWord, required } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';
import { protocolNumber, rulePorts } from './rule-ports.ts';

const cidr = (raw: RawEntry): NetworkAclEntry['cidr'] => {
  if (raw.CidrBlock) return { kind: 'ipv4', cidr: raw.CidrBlock };
  return raw.Ipv6CidrBlock ? { kind: 'ipv6', cidr: raw.Ipv6CidrBlock } : { kind: 'unknown' };
};

const ports = (protocol: string, { PortRange, IcmpTypeCode }: RawEntry): RulePorts =>
  rulePorts(protocol, { from: PortRange?.From, to: PortRange?.To, type: IcmpTypeCode?.Type, code: IcmpTypeCode?.Code });

const entry = (raw: RawEntry): NetworkAclEntry => {
  const protocol = protocolNumber(raw.Protocol);
  return {
    ruleNumber: certain(raw.RuleNumber),
    direction: certain(raw.Egress) ? 'egress' : 'ingress',
    action: openWord(NetworkAclEntry.shape.action, raw.RuleAction),
    protocol,
    cidr: cidr(raw),
    ports: ports(protocol, raw),
  };
};

export const fromAws = (raw: RawNetworkAcl): NetworkAcl => ({
  id: required(NetworkAclId, raw.NetworkAclId),
  name: nameTag(raw.Tags),
  vpcId: required(VpcId, raw.VpcId),
  isDefault: raw.IsDefault ?? null,
  subnetIds: ids(
    SubnetId,
    raw.Associations?.map((association) => association.SubnetId),
  ),
  entries: (raw.Entries ?? []).map(entry),
});

export default defineCollector({
  kind: 'networkAcls',
  actions: ['ec2:DescribeNetworkAcls'],
  scope: 'vpc',
  ofPeers: true,
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeNetworkAcls({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(pages, (page) => page.NetworkAcls, fromAws);
    }),
  belongs: (acl, { vpcIds }) => vpcIds.has(acl.vpcId),
});
