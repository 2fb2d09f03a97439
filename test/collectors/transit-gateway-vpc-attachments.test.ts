import { describe, expect, it } from 'vitest';
import collector, { fromAws, routingFromAws } from '../../src/collectors/transit-gateway-vpc-attachments.ts';
import schema, {
  TransitGatewayRouting,
  type TransitGatewayVpcAttachment,
} from '../../src/model/kinds/transit-gateway-vpc-attachments.ts';
import { describeMapper, nothing } from './mapper.ts';

const ids = { TransitGatewayAttachmentId: 'tgw-attach-1', TransitGatewayId: 'tgw-1', VpcId: 'vpc-1' };
const bare = {
  id: 'tgw-attach-1',
  transitGatewayId: 'tgw-1',
  vpcId: 'vpc-1',
  state: 'unknown:',
  subnetIds: [],
  routing: { status: 'unavailable', action: 'ec2:DescribeTransitGatewayAttachments', reason: 'not read' },
} satisfies TransitGatewayVpcAttachment;

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      { ...ids, State: 'available', SubnetIds: ['subnet-1', 'subnet-2'] },
      { ...bare, state: 'available', subnetIds: ['subnet-1', 'subnet-2'] },
    ],
    'ids alone, without a state': [ids, bare],
    'a state that it does not know': [
      { ...ids, ...JSON.parse('{"State":"resting"}') },
      { ...bare, state: 'unknown:resting' },
    ],
  },
  refuses: {
    'an attachment without an id': { ...ids, TransitGatewayAttachmentId: undefined },
    'an id of another kind': { ...ids, TransitGatewayAttachmentId: 'tgw-1' },
    'an attachment without a transit gateway': { ...ids, TransitGatewayId: undefined },
  },
});

const id = { TransitGatewayAttachmentId: 'tgw-attach-1' };
const none = { transitGatewayOwnerId: null, vpcOwnerId: null, association: null };

describe('the association of DescribeTransitGatewayAttachments', () => {
  describeMapper(TransitGatewayRouting, (raw: Parameters<typeof routingFromAws>[0]) => routingFromAws(raw)[1], {
    maps: {
      'all fields': [
        {
          ...id,
          TransitGatewayOwnerId: '123456789012',
          ResourceOwnerId: '210987654321',
          Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
        },
        {
          transitGatewayOwnerId: '123456789012',
          vpcOwnerId: '210987654321',
          association: { routeTableId: 'tgw-rtb-1', state: 'associated' },
        },
      ],
      'an id alone': [id, none],
      'an empty association as none': [{ ...id, Association: {} }, none],
      'a policy table': [
        { ...id, Association: { TransitGatewayPolicyTableId: 'tgw-ptb-1', State: 'associated' } },
        { ...none, association: { routeTableId: null, state: 'associated' } },
      ],
      'a table without a state as one whose state is not known': [
        { ...id, Association: { TransitGatewayRouteTableId: 'tgw-rtb-1' } },
        { ...none, association: { routeTableId: 'tgw-rtb-1', state: 'unknown:' } },
      ],
    },
    refuses: {
      'an attachment without an id': {},
      'a table of another kind': { ...id, Association: { TransitGatewayRouteTableId: 'rtb-1', State: 'associated' } },
    },
  });
});

describe('the route table that it names', () => {
  const attachment = (transitGatewayOwnerId: string): TransitGatewayVpcAttachment => ({
    ...bare,
    routing: {
      status: 'known',
      value: {
        transitGatewayOwnerId,
        vpcOwnerId: '123456789012',
        association: { routeTableId: 'tgw-rtb-1', state: 'associated' },
      },
    },
  });
  const routed = { ...nothing, referenced: new Set(['tgw-1']) };

  it('is read where a route leads to the transit gateway', () => {
    expect(collector.references?.(attachment('123456789012'), routed)).toEqual(['tgw-rtb-1']);
  });

  it.each([
    ['no route leads there', attachment('123456789012'), nothing],
    ['another account owns the transit gateway', attachment('210987654321'), routed],
    ['the association could not be read', bare, routed],
  ])('is not asked for where %s', (_, item, subject) => {
    expect(collector.references?.(item, subject)).toEqual([]);
  });
});
