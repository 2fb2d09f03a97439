import { DescribeTransitGatewayVpcAttachmentsResult$ } from '@aws-sdk/client-ec2';
import { describeAction } from './describe.ts';
import { word } from './words.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayVpcAttachments.html */
export const describeTransitGatewayVpcAttachments = describeAction({
  name: 'DescribeTransitGatewayVpcAttachments',
  result: DescribeTransitGatewayVpcAttachmentsResult$,
  list: 'TransitGatewayVpcAttachments',
  section: (sections) => sections.transitGatewayVpcAttachments,
  id: ({ id }) => id,
  idParameter: 'TransitGatewayAttachmentIds',
  notFound: 'InvalidTransitGatewayAttachmentID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    state: ({ state }) => [word(state)],
    'transit-gateway-attachment-id': ({ id }) => [id],
    'transit-gateway-id': ({ transitGatewayId }) => [transitGatewayId],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (attachment, world) => ({
    TransitGatewayAttachmentId: attachment.id,
    TransitGatewayId: attachment.transitGatewayId,
    VpcId: attachment.vpcId,
    VpcOwnerId: world.account,
    State: word(attachment.state),
    SubnetIds: attachment.subnetIds,
    Tags: [],
  }),
});
