import {
  DescribeManagedPrefixListsResult$,
  DescribePrefixListsResult$,
  GetManagedPrefixListEntriesResult$,
} from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.ts';
import { denial, itemsOf } from '../world.ts';
import { toXml } from '../xml.ts';
import { describeAction, type Ec2Action } from './describe.ts';
import { pageOf } from './paging.ts';

const familyOf = (cidrs: readonly string[]): string => (cidrs[0]?.includes(':') ? 'IPv6' : 'IPv4');

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeManagedPrefixLists.html */
export const describeManagedPrefixLists = describeAction({
  name: 'DescribeManagedPrefixLists',
  result: DescribeManagedPrefixListsResult$,
  list: 'PrefixLists',
  section: (sections) => sections.prefixLists,
  id: ({ id }) => id,
  idParameter: 'PrefixListId',
  notFound: 'InvalidPrefixListID.NotFound',
  pages: { min: 1, max: 100 },
  filters: {
    'owner-id': ({ ownerId }) => [ownerId],
    'prefix-list-id': ({ id }) => [id],
    'prefix-list-name': ({ name }) => [name],
  },
  shape: (list) => ({
    PrefixListId: list.id,
    PrefixListName: list.name,
    OwnerId: list.ownerId,
    AddressFamily: list.cidrs.status === 'known' ? familyOf(list.cidrs.value) : 'IPv4',
    State: 'create-complete',
    Tags: [],
  }),
});

/**
 * AWS's own lists, as a route to a gateway endpoint names them, with their ranges.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribePrefixLists.html
 */
export const describePrefixLists = describeAction({
  name: 'DescribePrefixLists',
  result: DescribePrefixListsResult$,
  list: 'PrefixLists',
  section: ({ prefixLists }) =>
    prefixLists.status === 'collected'
      ? { ...prefixLists, items: prefixLists.items.filter(({ ownerId }) => ownerId === 'AWS') }
      : prefixLists,
  id: ({ id }) => id,
  idParameter: 'PrefixListId',
  notFound: 'InvalidPrefixListId.NotFound',
  pages: { min: 1, max: 1000 },
  filters: { 'prefix-list-id': ({ id }) => [id], 'prefix-list-name': ({ name }) => [name] },
  shape: (list) => ({
    PrefixListId: list.id,
    PrefixListName: list.name,
    Cidrs: list.cidrs.status === 'known' ? list.cidrs.value : [],
  }),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export const getManagedPrefixListEntries: Ec2Action = {
  name: 'GetManagedPrefixListEntries',
  answer(parameters, world) {
    const lists = itemsOf(world.sections.prefixLists, world, 'ec2', 'GetManagedPrefixListEntries');
    const list = lists.find(({ id }) => id === parameters['PrefixListId']);
    if (list === undefined) {
      const message = `The prefix list ID '${parameters['PrefixListId']}' does not exist`;
      throw new AwsError(400, 'InvalidPrefixListID.NotFound', message);
    }
    if (list.cidrs.status === 'unavailable') {
      throw denial('ec2', 'GetManagedPrefixListEntries', world.account, 'access denied');
    }
    const page = pageOf(list.cidrs.value, parameters, { min: 1, max: 100 }, world.pageSize);
    const entries = page.items.map((cidr) => ({ Cidr: cidr }));
    return toXml(GetManagedPrefixListEntriesResult$, { Entries: entries, NextToken: page.nextToken });
  },
};
