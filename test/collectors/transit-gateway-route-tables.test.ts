import { describe, expect, it } from 'vitest';
import collector, { fromAws } from '../../src/collectors/transit-gateway-route-tables.ts';
import { TransitGatewayRoute } from '../../src/model/kinds/transit-gateway-route-tables.ts';
import { describeMapper } from './mapper.ts';

const bare = { cidr: '10.9.0.0/16', prefixListId: null, type: null, state: 'unknown:', attachments: [] } as const;

describeMapper(TransitGatewayRoute, fromAws, {
  maps: {
    'all fields': [
      {
        DestinationCidrBlock: '10.9.0.0/16',
        PrefixListId: 'pl-1',
        Type: 'static',
        State: 'active',
        TransitGatewayAttachments: [
          { TransitGatewayAttachmentId: 'tgw-attach-9', ResourceId: 'vpc-9', ResourceType: 'vpc' },
        ],
      },
      {
        cidr: '10.9.0.0/16',
        prefixListId: 'pl-1',
        type: 'static',
        state: 'active',
        attachments: [{ id: 'tgw-attach-9', resourceId: 'vpc-9' }],
      },
    ],
    'a range alone': [{ DestinationCidrBlock: '10.9.0.0/16' }, bare],
    'words that it does not know': [
      { DestinationCidrBlock: '10.9.0.0/16', ...JSON.parse('{"Type":"dreamt","State":"resting"}') },
      { ...bare, type: 'unknown:dreamt', state: 'unknown:resting' },
    ],
  },
  refuses: {
    'a route without a range, which could match any address': { PrefixListId: 'pl-1', State: 'active' },
    'a list of another kind': { DestinationCidrBlock: '10.9.0.0/16', PrefixListId: 'rtb-1' },
  },
});

describe('a table that an attachment names', () => {
  it('is there by its id, not read', () => {
    const routes = { status: 'unavailable', action: 'ec2:SearchTransitGatewayRoutes', reason: 'not read' };
    expect(collector.mentioned?.('tgw-rtb-1')).toEqual({ id: 'tgw-rtb-1', routes });
  });

  it('is not made from the id of a transit gateway or of a table of a VPC', () => {
    expect(collector.mentioned?.('tgw-1')).toBeNull();
    expect(collector.mentioned?.('rtb-1')).toBeNull();
  });
});
