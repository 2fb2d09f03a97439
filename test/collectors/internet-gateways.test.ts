import { fromAws } from '../../src/collectors/internet-gateways.ts';
import schema from '../../src/model/kinds/internet-gateways.ts';
import { describeMapper } from './mapper.ts';

describeMapper(schema, fromAws, {
  maps: {
    // The words of the SDK lack `available`, which AWS sends for an attached gateway.
    'all fields': [
      JSON.parse(
        '{"InternetGatewayId":"igw-1","Tags":[{"Key":"Name","Value":"main"}],' +
          '"Attachments":[{"VpcId":"vpc-1","State":"available"}]}',
      ),
      { id: 'igw-1', name: 'main', attachments: [{ vpcId: 'vpc-1', state: 'available' }] },
    ],
    'an id alone': [{ InternetGatewayId: 'igw-1' }, { id: 'igw-1', name: null, attachments: [] }],
    'a state that is missing or not known': [
      JSON.parse('{"InternetGatewayId":"igw-1","Attachments":[{"VpcId":"vpc-1"},{"VpcId":"vpc-2","State":"shy"}]}'),
      {
        id: 'igw-1',
        name: null,
        attachments: [
          { vpcId: 'vpc-1', state: null },
          { vpcId: 'vpc-2', state: 'unknown:shy' },
        ],
      },
    ],
  },
  refuses: {
    'a gateway without an id': {},
    'an id of another kind': { InternetGatewayId: 'eigw-1' },
    'an attachment without a VPC': { InternetGatewayId: 'igw-1', Attachments: [{ State: 'attached' }] },
  },
});
