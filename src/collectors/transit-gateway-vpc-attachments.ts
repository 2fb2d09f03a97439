import {
  paginateDescribeTransitGatewayVpcAttachments,
  type TransitGatewayVpcAttachment as RawAttachment,
} from '@aws-sdk/client-ec2';
import { SubnetId, TransitGatewayAttachmentId, TransitGatewayId, VpcId } from '../model/ids.ts';
import { TransitGatewayVpcAttachment } from '../model/kinds/transit-gateway-vpc-attachments.ts';
import { ids, openWord, required } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';

export const fromAws = (raw: RawAttachment): TransitGatewayVpcAttachment => ({
  id: required(TransitGatewayAttachmentId, raw.TransitGatewayAttachmentId),
  transitGatewayId: required(TransitGatewayId, raw.TransitGatewayId),
  vpcId: required(VpcId, raw.VpcId),
  state: openWord(TransitGatewayVpcAttachment.shape.state, raw.State),
  subnetIds: ids(SubnetId, raw.SubnetIds),
});

export default defineCollector({
  kind: 'transitGatewayVpcAttachments',
  actions: ['ec2:DescribeTransitGatewayVpcAttachments'],
  scope: 'vpc',
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeTransitGatewayVpcAttachments(
        { client: aws.ec2, pageSize },
        { Filters },
        aws.options,
      );
      return readPages(pages, (page) => page.TransitGatewayVpcAttachments, fromAws);
    }),
  belongs: (attachment, { vpcIds }) => vpcIds.has(attachment.vpcId),
});
