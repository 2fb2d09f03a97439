import { fromAws } from '../../src/collectors/availability-zones.ts';
import schema from '../../src/model/kinds/availability-zones.ts';
import { describeMapper } from './mapper.ts';

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      { ZoneId: 'usw2-lax1-az1', ZoneName: 'us-west-2-lax-1a', ZoneType: 'local-zone', State: 'available' },
      { id: 'usw2-lax1-az1', name: 'us-west-2-lax-1a', zoneType: 'local-zone', state: 'available' },
    ],
    'an id alone': [{ ZoneId: 'euw1-az1' }, { id: 'euw1-az1', name: null, zoneType: null, state: null }],
    'words that it does not know': [
      JSON.parse('{"ZoneId":"euw1-az1","ZoneType":"orbital-zone","State":"levitating"}'),
      { id: 'euw1-az1', name: null, zoneType: 'unknown:orbital-zone', state: 'unknown:levitating' },
    ],
  },
  refuses: { 'a zone without an id': { ZoneName: 'eu-west-1a' } },
});
