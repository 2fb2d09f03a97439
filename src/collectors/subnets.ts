import { type Filter, paginateDescribeSubnets, type Subnet as RawSubnet } from '@aws-sdk/client-ec2';
import { SubnetId, VpcId } from '../model/ids.ts';
import { InternetGatewayBlockMode, Ipv6Association, type Subnet } from '../model/kinds/subnets.ts';
import { count, nameTag, optionalWord, required, text } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';

interface RawIpv6 {
  readonly Ipv6CidrBlock?: string | undefined;
  readonly Ipv6AddressAttribute?: string | undefined;
}

/** The IPv6 range of a subnet or VPC; the two differ in the name of their state alone. */
export const ipv6Association = (raw: RawIpv6, state: string | undefined): Subnet['ipv6Cidrs'][number][] =>
  raw.Ipv6CidrBlock
    ? [
        {
          cidr: raw.Ipv6CidrBlock,
          state: optionalWord(Ipv6Association.shape.state, state),
          addressAttribute: optionalWord(Ipv6Association.shape.addressAttribute, raw.Ipv6AddressAttribute),
        },
      ]
    : [];

export const fromAws = (raw: RawSubnet): Subnet => ({
  id: required(SubnetId, raw.SubnetId),
  name: nameTag(raw.Tags),
  vpcId: required(VpcId, raw.VpcId),
  availabilityZone: text(raw.AvailabilityZone),
  availabilityZoneId: text(raw.AvailabilityZoneId),
  cidr: text(raw.CidrBlock),
  ipv6Cidrs: (raw.Ipv6CidrBlockAssociationSet ?? []).flatMap((association) =>
    ipv6Association(association, association.Ipv6CidrBlockState?.State),
  ),
  ipv6Native: raw.Ipv6Native ?? null,
  enableDns64: raw.EnableDns64 ?? null,
  availableIpAddressCount: count(raw.AvailableIpAddressCount),
  ownerId: text(raw.OwnerId),
  outpostArn: text(raw.OutpostArn),
  internetGatewayBlockMode: optionalWord(
    InternetGatewayBlockMode,
    raw.BlockPublicAccessStates?.InternetGatewayBlockMode,
  ),
});

const read = (aws: Aws) => (filters: Filter[]) => {
  const pages = paginateDescribeSubnets({ client: aws.ec2, pageSize }, { Filters: filters }, aws.options);
  return readPages(pages, (page) => page.Subnets, fromAws);
};

/**
 * All subnets of the VPCs, and those that functions name, which tell the VPC. By filter: a SubnetIds parameter with an
 * id that vanished fails the whole call.
 */
export default defineCollector({
  kind: 'subnets',
  actions: ['ec2:DescribeSubnets'],
  scope: 'vpc',
  ofPeers: true,
  async collect(aws, { vpcIds, subnetIds }) {
    const [ofVpcs, named] = await Promise.all([
      readByFilter('vpc-id', vpcIds, read(aws)),
      readByFilter('subnet-id', subnetIds, read(aws)),
    ]);
    const known = new Set(ofVpcs.map((subnet) => subnet.id));
    return [...ofVpcs, ...named.filter((subnet) => !known.has(subnet.id))];
  },
  belongs: (subnet, { vpcIds }) => vpcIds.has(subnet.vpcId),
  references: ({ availabilityZoneId }) => (availabilityZoneId === null ? [] : [availabilityZoneId]),
});
