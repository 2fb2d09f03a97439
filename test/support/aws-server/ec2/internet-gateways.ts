import { DescribeEgressOnlyInternetGatewaysResult$, DescribeInternetGatewaysResult$ } from '@aws-sdk/client-ec2';
import type { GatewayAttachment } from '../../../../src/model/kinds/internet-gateways.ts';
import type { AwsShape } from '../xml.ts';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

const attachmentShape = ({ vpcId, state }: GatewayAttachment): AwsShape => ({ VpcId: vpcId, State: word(state) });

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html */
export const describeInternetGateways = describeAction({
  name: 'DescribeInternetGateways',
  result: DescribeInternetGatewaysResult$,
  list: 'InternetGateways',
  section: (sections) => sections.internetGateways,
  id: ({ id }) => id,
  idParameter: 'InternetGatewayId',
  notFound: 'InvalidInternetGatewayID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'attachment.state': ({ attachments }) => attachments.map(({ state }) => word(state)),
    'attachment.vpc-id': ({ attachments }) => attachments.map(({ vpcId }) => vpcId),
    'internet-gateway-id': ({ id }) => [id],
  },
  shape: (gateway, world) => ({
    InternetGatewayId: gateway.id,
    OwnerId: world.account,
    Attachments: gateway.attachments.map(attachmentShape),
    Tags: nameTag(gateway.name),
  }),
});

/**
 * Can be filtered by tag only.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeEgressOnlyInternetGateways.html
 */
export const describeEgressOnlyInternetGateways = describeAction({
  name: 'DescribeEgressOnlyInternetGateways',
  result: DescribeEgressOnlyInternetGatewaysResult$,
  list: 'EgressOnlyInternetGateways',
  section: (sections) => sections.egressOnlyInternetGateways,
  id: ({ id }) => id,
  idParameter: 'EgressOnlyInternetGatewayId',
  notFound: 'InvalidGatewayID.NotFound',
  pages: { min: 5, max: 255 },
  filters: { 'tag:Name': ({ name }) => [name] },
  shape: (gateway) => ({
    EgressOnlyInternetGatewayId: gateway.id,
    Attachments: gateway.attachments.map(attachmentShape),
    Tags: nameTag(gateway.name),
  }),
});
