import {
  paginateDescribeEgressOnlyInternetGateways,
  type EgressOnlyInternetGateway as RawGateway,
} from '@aws-sdk/client-ec2';
import { EgressOnlyInternetGatewayId } from '../model/ids.ts';
import type { EgressOnlyInternetGateway } from '../model/kinds/egress-only-internet-gateways.ts';
import { nameTag, required } from './answer.ts';
import { defineCollector, isAttached } from './collector.ts';
import { attachment } from './internet-gateways.ts';
import { readPages } from './pages.ts';

export const fromAws = (raw: RawGateway): EgressOnlyInternetGateway => ({
  id: required(EgressOnlyInternetGatewayId, raw.EgressOnlyInternetGatewayId),
  name: nameTag(raw.Tags),
  attachments: (raw.Attachments ?? []).map(attachment),
});

/** The action has no filter by VPC. Its pages hold at most 255. */
export default defineCollector({
  kind: 'egressOnlyInternetGateways',
  actions: ['ec2:DescribeEgressOnlyInternetGateways'],
  scope: 'region',
  collect: (aws) =>
    readPages(
      paginateDescribeEgressOnlyInternetGateways({ client: aws.ec2, pageSize: 255 }, {}, aws.options),
      (page) => page.EgressOnlyInternetGateways,
      fromAws,
    ),
  belongs: (gateway, subject) => isAttached(gateway.attachments, subject) || subject.referenced.has(gateway.id),
});
