import { describe, expect, it } from 'vitest';
import collector, { fromAws, fromAwsWithCidrs } from '../../src/collectors/prefix-lists.ts';
import schema, { type PrefixList } from '../../src/model/kinds/prefix-lists.ts';
import { describeMapper } from './mapper.ts';

const notRead = { status: 'unavailable', action: 'ec2:GetManagedPrefixListEntries', reason: 'not read' } as const;
const bare: PrefixList = { id: 'pl-1', name: null, ownerId: null, cidrs: notRead };

describeMapper(schema, fromAws, {
  maps: {
    'all fields, the ranges not read yet': [
      { PrefixListId: 'pl-1', PrefixListName: 'offices', OwnerId: '123456789012' },
      { ...bare, name: 'offices', ownerId: '123456789012' },
    ],
    'an id alone': [{ PrefixListId: 'pl-1' }, bare],
  },
  refuses: { 'a list without an id': {}, 'an id of another kind': { PrefixListId: 'sg-1' } },
});

describe('a list of DescribePrefixLists', () => {
  describeMapper(schema, fromAwsWithCidrs, {
    maps: {
      'all fields': [
        { PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3', Cidrs: ['3.5.64.0/21'] },
        {
          id: 'pl-1',
          name: 'com.amazonaws.eu-west-1.s3',
          ownerId: 'AWS',
          cidrs: { status: 'known', value: ['3.5.64.0/21'] },
        },
      ],
      'no ranges as not read': [{ PrefixListId: 'pl-1' }, { ...bare, ownerId: 'AWS' }],
    },
    refuses: { 'a list without an id': { Cidrs: ['3.5.64.0/21'] } },
  });
});

describe('a list that only a rule or route names', () => {
  it('is there by its id', () => {
    expect(collector.mentioned?.('pl-1')).toEqual(bare);
  });

  it('is not made from an id of another kind', () => {
    expect(collector.mentioned?.('dopt-1')).toBeNull();
  });
});
