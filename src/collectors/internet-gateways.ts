import {
  paginateDescribeInternetGateways,
  type InternetGatewayAttachment as RawAttachment,
  type InternetGateway as RawInternetGateway,
} from '@aws-sdk/client-ec2';
import { InternetGatewayId, VpcId } from '../model/ids.ts';
import { GatewayAttachment, type InternetGateway } from '../model/kinds/internet-gateways.ts';
import { nameTag, optionalWord, required } from './answer.ts';
import { defineCollector, isAttached } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';

/** An attached internet gateway says `available`, which the SDK's list of words lacks. */
export const attachment = (raw: RawAttachment): GatewayAttachment => ({
  vpcId: required(VpcId, raw.VpcId),
  state: optionalWord(GatewayAttachment.shape.state, raw.State),
});

export const fromAws = (raw: RawInternetGateway): InternetGateway => ({
  id: required(InternetGatewayId, raw.InternetGatewayId),
  name: nameTag(raw.Tags),
  attachments: (raw.Attachments ?? []).map(attachment),
});

export default defineCollector({
  kind: 'internetGateways',
  actions: ['ec2:DescribeInternetGateways'],
  scope: 'vpc',
  collect: (aws, { vpcIds }) =>
    readByFilter('attachment.vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeInternetGateways({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(pages, (page) => page.InternetGateways, fromAws);
    }),
  belongs: (gateway, subject) => isAttached(gateway.attachments, subject),
});
