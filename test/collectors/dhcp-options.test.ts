import { fromAws } from '../../src/collectors/dhcp-options.ts';
import schema from '../../src/model/kinds/dhcp-options.ts';
import { describeMapper } from './mapper.ts';

describeMapper(schema, fromAws, {
  maps: {
    'the name servers of all fields': [
      {
        DhcpOptionsId: 'dopt-1',
        DhcpConfigurations: [
          { Key: 'domain-name', Values: [{ Value: 'corp.example' }] },
          { Key: 'domain-name-servers', Values: [{ Value: '10.0.0.2' }, { Value: '10.0.1.2' }] },
        ],
      },
      { id: 'dopt-1', domainNameServers: ['10.0.0.2', '10.0.1.2'] },
    ],
    'an id alone': [{ DhcpOptionsId: 'dopt-1' }, { id: 'dopt-1', domainNameServers: [] }],
    'name servers without values': [
      { DhcpOptionsId: 'dopt-1', DhcpConfigurations: [{ Key: 'domain-name-servers' }] },
      { id: 'dopt-1', domainNameServers: [] },
    ],
  },
  refuses: { 'options without an id': {}, 'an id of another kind': { DhcpOptionsId: 'vpc-1' } },
});
