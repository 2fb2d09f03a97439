import { DescribeTransitGatewayAttachmentsResult$, SearchTransitGatewayRoutesResult$ } from '@aws-sdk/client-ec2';
import type { Unavailable } from '../../../../src/model/section.ts';
import { AwsError } from '../aws-error.ts';
import { denial, itemsOf, type World } from '../world.ts';
import { toXml } from '../xml.ts';
import { describeAction, type Ec2Action } from './describe.ts';
import { keepMatching } from './filters.ts';
import { pageOf } from './paging.ts';
import { word } from './words.ts';

const denied = (world: World, action: string, { reason }: Unavailable): AwsError =>
  denial('ec2', action, world.account, reason.startsWith('access denied') ? reason : 'access denied');

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayAttachments.html */
export const describeTransitGatewayAttachments = describeAction({
  name: 'DescribeTransitGatewayAttachments',
  result: DescribeTransitGatewayAttachmentsResult$,
  list: 'TransitGatewayAttachments',
  section: ({ transitGatewayVpcAttachments }) => transitGatewayVpcAttachments,
  id: ({ id }) => id,
  idParameter: 'TransitGatewayAttachmentIds',
  notFound: 'InvalidTransitGatewayAttachmentID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'resource-id': ({ vpcId }) => [vpcId],
    'resource-type': () => ['vpc'],
    state: ({ state }) => [word(state)],
    'transit-gateway-attachment-id': ({ id }) => [id],
    'transit-gateway-id': ({ transitGatewayId }) => [transitGatewayId],
  },
  shape: (attachment, world) => {
    const { routing } = attachment;
    if (routing.status === 'unavailable') throw denied(world, 'DescribeTransitGatewayAttachments', routing);
    const { transitGatewayOwnerId, vpcOwnerId, association } = routing.value;
    return {
      TransitGatewayAttachmentId: attachment.id,
      TransitGatewayId: attachment.transitGatewayId,
      TransitGatewayOwnerId: transitGatewayOwnerId,
      ResourceOwnerId: vpcOwnerId,
      ResourceType: 'vpc',
      ResourceId: attachment.vpcId,
      State: word(attachment.state),
      Association:
        association === null
          ? null
          : { TransitGatewayRouteTableId: association.routeTableId, State: word(association.state) },
      Tags: [],
    };
  },
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html */
export const searchTransitGatewayRoutes: Ec2Action = {
  name: 'SearchTransitGatewayRoutes',
  answer(parameters, world) {
    const tables = itemsOf(world.sections.transitGatewayRouteTables, world, 'ec2', 'SearchTransitGatewayRoutes');
    const id = parameters['TransitGatewayRouteTableId'];
    const table = tables.find((each) => each.id === id);
    if (table === undefined)
      throw new AwsError(400, 'InvalidRouteTableID.NotFound', `Transit Gateway Route Table ${id} was not found`);
    if (!('Filter.1.Name' in parameters))
      throw new AwsError(400, 'MissingParameter', 'The request must contain the parameter Filters');
    const { routes } = table;
    if (routes.status === 'unavailable') throw denied(world, 'SearchTransitGatewayRoutes', routes);
    const kept = keepMatching(routes.value, parameters, {
      state: ({ state }) => [word(state)],
      type: ({ type }) => [word(type)],
    });
    const page = pageOf(kept, { MaxResults: '1000', ...parameters }, { min: 5, max: 1000 }, world.pageSize);
    return toXml(SearchTransitGatewayRoutesResult$, {
      Routes: page.items.map((route) => ({
        DestinationCidrBlock: route.cidr,
        PrefixListId: route.prefixListId,
        Type: word(route.type),
        State: word(route.state),
        TransitGatewayAttachments: route.attachments.map((attachment) => ({
          TransitGatewayAttachmentId: attachment.id,
          ResourceId: attachment.resourceId,
        })),
      })),
      AdditionalRoutesAvailable: page.nextToken !== null,
      NextToken: page.nextToken,
    });
  },
};
