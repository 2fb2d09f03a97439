import {
  paginateDescribeVpcPeeringConnections,
  type VpcPeeringConnection as RawPeering,
  type VpcPeeringConnectionVpcInfo as RawSide,
} from '@aws-sdk/client-ec2';
import { VpcId, VpcPeeringConnectionId } from '../model/ids.ts';
import { VpcPeeringConnection } from '../model/kinds/vpc-peering-connections.ts';
import { optional, optionalWord, required, text, texts } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readPages } from './pages.ts';

/** The ranges of a side; the set is missing while a request waits, and then only the primary range is known. */
const side = (raw: RawSide | undefined): VpcPeeringConnection['requester'] => ({
  vpcId: optional(VpcId, raw?.VpcId),
  ownerId: text(raw?.OwnerId),
  region: text(raw?.Region),
  cidrs: [...new Set(texts([raw?.CidrBlock, ...(raw?.CidrBlockSet ?? []).map((block) => block.CidrBlock)]))],
  ipv6Cidrs: texts(raw?.Ipv6CidrBlockSet?.map((block) => block.Ipv6CidrBlock)),
});

export const fromAws = (raw: RawPeering): VpcPeeringConnection => ({
  id: required(VpcPeeringConnectionId, raw.VpcPeeringConnectionId),
  status: optionalWord(VpcPeeringConnection.shape.status, raw.Status?.Code),
  requester: side(raw.RequesterVpcInfo),
  accepter: side(raw.AccepterVpcInfo),
});

/** All of the Region: two filters would be needed, one for each side. */
export default defineCollector({
  kind: 'vpcPeeringConnections',
  actions: ['ec2:DescribeVpcPeeringConnections'],
  scope: 'region',
  collect: (aws) =>
    readPages(
      paginateDescribeVpcPeeringConnections({ client: aws.ec2, pageSize }, {}, aws.options),
      (page) => page.VpcPeeringConnections,
      fromAws,
    ),
  belongs: ({ requester, accepter }, { vpcIds }) =>
    [requester, accepter].some(({ vpcId }) => vpcId !== null && vpcIds.has(vpcId)),
});
