import { describe, expect, it } from 'vitest';
import collector, { fromAws } from '../../src/collectors/egress-only-internet-gateways.ts';
import schema from '../../src/model/kinds/egress-only-internet-gateways.ts';
import { describeMapper } from './mapper.ts';

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        EgressOnlyInternetGatewayId: 'eigw-1',
        Tags: [{ Key: 'Name', Value: 'v6' }],
        Attachments: [{ VpcId: 'vpc-1', State: 'attached' }],
      },
      { id: 'eigw-1', name: 'v6', attachments: [{ vpcId: 'vpc-1', state: 'attached' }] },
    ],
    'an id alone': [{ EgressOnlyInternetGatewayId: 'eigw-1' }, { id: 'eigw-1', name: null, attachments: [] }],
    'a state that it does not know': [
      JSON.parse('{"EgressOnlyInternetGatewayId":"eigw-1","Attachments":[{"VpcId":"vpc-1","State":"shy"}]}'),
      { id: 'eigw-1', name: null, attachments: [{ vpcId: 'vpc-1', state: 'unknown:shy' }] },
    ],
  },
  refuses: { 'a gateway without an id': {}, 'an id of another kind': { EgressOnlyInternetGatewayId: 'igw-1' } },
});

describe('the snapshot keeps a gateway', () => {
  const subject = (referenced: readonly string[]) => ({
    vpcIds: new Set(['vpc-1']),
    securityGroupIds: new Set<string>(),
    referenced: new Set(referenced),
  });
  const attachedTo = (VpcId: string) =>
    fromAws({ EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ VpcId, State: 'attached' }] });

  it('that is attached to a VPC of the functions', () => {
    expect(collector.belongs(attachedTo('vpc-1'), subject([]))).toBe(true);
    expect(collector.belongs(attachedTo('vpc-2'), subject([]))).toBe(false);
  });

  it('that a route names although it is detached', () => {
    expect(collector.belongs(attachedTo('vpc-2'), subject(['eigw-1']))).toBe(true);
  });
});
