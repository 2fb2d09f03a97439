import { fromAws } from '../../src/collectors/instances.ts';
import schema from '../../src/model/kinds/instances.ts';
import { describeMapper } from './mapper.ts';

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      { InstanceId: 'i-1', VpcId: 'vpc-1', State: { Name: 'stopped' }, Tags: [{ Key: 'Name', Value: 'nat' }] },
      { id: 'i-1', name: 'nat', vpcId: 'vpc-1', state: 'stopped' },
    ],
    'an id alone, without a state': [{ InstanceId: 'i-1' }, { id: 'i-1', name: null, vpcId: null, state: 'unknown:' }],
    'a state that it does not know': [
      JSON.parse('{"InstanceId":"i-1","State":{"Name":"hibernating"}}'),
      { id: 'i-1', name: null, vpcId: null, state: 'unknown:hibernating' },
    ],
  },
  refuses: { 'an instance without an id': {}, 'an id of another kind': { InstanceId: 'eni-1' } },
});
