import { fromAws } from '../../src/collectors/vpc-block-public-access-options.ts';
import schema from '../../src/model/kinds/vpc-block-public-access-options.ts';
import { describeMapper } from './mapper.ts';

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        InternetGatewayBlockMode: 'block-bidirectional',
        State: 'update-complete',
        ManagedBy: 'declarative-policy',
        ExclusionsAllowed: 'not-allowed',
      },
      {
        mode: 'block-bidirectional',
        state: 'update-complete',
        managedBy: 'declarative-policy',
        exclusionsAllowed: 'not-allowed',
      },
    ],
    'an empty answer': [{}, { mode: null, state: null, managedBy: null, exclusionsAllowed: null }],
    'words that it does not know': [
      JSON.parse('{"InternetGatewayBlockMode":"a","State":"b","ManagedBy":"c","ExclusionsAllowed":"d"}'),
      { mode: 'unknown:a', state: 'unknown:b', managedBy: 'unknown:c', exclusionsAllowed: 'unknown:d' },
    ],
  },
  refuses: {},
});
