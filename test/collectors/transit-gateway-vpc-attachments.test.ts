import { fromAws } from '../../src/collectors/transit-gateway-vpc-attachments.ts';
import schema from '../../src/model/kinds/transit-gateway-vpc-attachments.ts';
import { describeMapper } from './mapper.ts';

const ids = { TransitGatewayAttachmentId: 'tgw-attach-1', TransitGatewayId: 'tgw-1', VpcId: 'vpc-1' };
const bare = {
  id: 'tgw-attach-1',
  transitGatewayId: 'tgw-1',
  vpcId: 'vpc-1',
  state: 'unknown:',
  subnetIds: [],
} as const;

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
