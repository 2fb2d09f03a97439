import {
  paginateDescribeTransitGatewayAttachments,
  paginateDescribeTransitGatewayVpcAttachments,
  type TransitGatewayVpcAttachment as RawAttachment,
  type TransitGatewayAttachment as RawRouting,
} from '@aws-sdk/client-ec2';
import {
  SubnetId,
  TransitGatewayAttachmentId,
  TransitGatewayId,
  TransitGatewayRouteTableId,
  VpcId,
} from '../model/ids.ts';
import { TransitGatewayRouting, TransitGatewayVpcAttachment } from '../model/kinds/transit-gateway-vpc-attachments.ts';
import type { Read } from '../model/section.ts';
import { ids, openWord, optional, required, text } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';
import { reasonOf } from './unavailable.ts';

type Routing = TransitGatewayVpcAttachment['routing'];

const routingAction = 'ec2:DescribeTransitGatewayAttachments';
const notListed: Routing = { status: 'unavailable', action: routingAction, reason: 'not read' };

const associationState = TransitGatewayRouting.shape.association.unwrap().shape.state;

/** EC2 writes an association that there is not as a missing or as an empty element. */
const associationOf = ({ Association: raw }: RawRouting): TransitGatewayRouting['association'] =>
  raw?.State || raw?.TransitGatewayRouteTableId || raw?.TransitGatewayPolicyTableId
    ? {
        routeTableId: optional(TransitGatewayRouteTableId, raw.TransitGatewayRouteTableId),
        state: openWord(associationState, raw.State),
      }
    : null;

/** What DescribeTransitGatewayAttachments tells of an attachment, by its id. */
export const routingFromAws = (raw: RawRouting): readonly [TransitGatewayAttachmentId, TransitGatewayRouting] => [
  required(TransitGatewayAttachmentId, raw.TransitGatewayAttachmentId),
  {
    transitGatewayOwnerId: text(raw.TransitGatewayOwnerId),
    vpcOwnerId: text(raw.ResourceOwnerId),
    association: associationOf(raw),
  },
];

export const fromAws = (raw: RawAttachment, routing: Routing = notListed): TransitGatewayVpcAttachment => ({
  id: required(TransitGatewayAttachmentId, raw.TransitGatewayAttachmentId),
  transitGatewayId: required(TransitGatewayId, raw.TransitGatewayId),
  vpcId: required(VpcId, raw.VpcId),
  state: openWord(TransitGatewayVpcAttachment.shape.state, raw.State),
  subnetIds: ids(SubnetId, raw.SubnetIds),
  routing,
});

type Routings = ReadonlyMap<string, TransitGatewayRouting>;

const routingsOf = async (aws: Aws, vpcIds: readonly string[]): Promise<Read<Routings>> => {
  try {
    const known = await readByFilter('resource-id', vpcIds, (Filters) => {
      const pages = paginateDescribeTransitGatewayAttachments({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(pages, (page) => page.TransitGatewayAttachments, routingFromAws);
    });
    return { status: 'known', value: new Map(known) };
  } catch (error) {
    aws.noteFailedRead(routingAction, error);
    return { status: 'unavailable', action: routingAction, reason: reasonOf(error) };
  }
};

const routingIn = (routings: Read<Routings>, id: string | undefined): Routing => {
  if (routings.status === 'unavailable') return routings;
  const value = routings.value.get(id ?? '');
  return value === undefined ? notListed : { status: 'known', value };
};

/** A table is read where a route leads to its transit gateway and the account of the VPC owns that. */
export default defineCollector({
  kind: 'transitGatewayVpcAttachments',
  actions: ['ec2:DescribeTransitGatewayVpcAttachments', routingAction],
  scope: 'vpc',
  async collect(aws, { vpcIds }) {
    const routings = routingsOf(aws, vpcIds);
    const raw = await readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeTransitGatewayVpcAttachments(
        { client: aws.ec2, pageSize },
        { Filters },
        aws.options,
      );
      return readPages(
        pages,
        (page) => page.TransitGatewayVpcAttachments,
        (attachment) => attachment,
      );
    });
    const read = await routings;
    return raw.map((attachment) => fromAws(attachment, routingIn(read, attachment.TransitGatewayAttachmentId)));
  },
  belongs: (attachment, { vpcIds }) => vpcIds.has(attachment.vpcId),
  references: ({ transitGatewayId, routing }, { referenced }) => {
    if (routing.status === 'unavailable' || !referenced.has(transitGatewayId)) return [];
    const { transitGatewayOwnerId, vpcOwnerId, association } = routing.value;
    const table = association?.routeTableId ?? null;
    return table === null || transitGatewayOwnerId !== vpcOwnerId ? [] : [table];
  },
});
