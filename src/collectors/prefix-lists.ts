import {
  paginateDescribeManagedPrefixLists,
  paginateDescribePrefixLists,
  paginateGetManagedPrefixListEntries,
  type PrefixList as RawCidrs,
  type ManagedPrefixList as RawPrefixList,
} from '@aws-sdk/client-ec2';
import { PrefixListId } from '../model/ids.ts';
import type { PrefixList } from '../model/kinds/prefix-lists.ts';
import { certain, required, text, texts } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { smallPageSize as pageSize, readPages } from './pages.ts';
import type { Action } from './read-only.ts';
import { reasonOf } from './unavailable.ts';

type Cidrs = PrefixList['cidrs'];

const action = 'ec2:GetManagedPrefixListEntries';
const notRead: Cidrs = { status: 'unavailable', action, reason: 'not read' };

/** A list as DescribeManagedPrefixLists names it; its ranges take a call of their own. */
export const fromAws = (raw: RawPrefixList): PrefixList => ({
  id: required(PrefixListId, raw.PrefixListId),
  name: text(raw.PrefixListName),
  ownerId: text(raw.OwnerId),
  cidrs: notRead,
});

/** A list as DescribePrefixLists gives it: those of gateway endpoints, with their ranges. */
export const fromAwsWithCidrs = (raw: RawCidrs): PrefixList => ({
  id: required(PrefixListId, raw.PrefixListId),
  name: text(raw.PrefixListName),
  ownerId: 'AWS',
  cidrs: raw.Cidrs?.length ? { status: 'known', value: texts(raw.Cidrs) } : notRead,
});

const entries = async (aws: Aws, id: PrefixListId): Promise<Cidrs> => {
  try {
    const paging = { client: aws.ec2, pageSize };
    const pages = paginateGetManagedPrefixListEntries(paging, { PrefixListId: id }, aws.options);
    const value = await readPages(
      pages,
      (page) => page.Entries,
      (entry) => certain(entry.Cidr),
    );
    return { status: 'known', value };
  } catch (error) {
    return { status: 'unavailable', action, reason: reasonOf(error) };
  }
};

/** A list that is denied adds nothing: a list to which something refers is there in any case, by its id. */
const orNone = async (
  aws: Aws,
  denied: Action,
  lists: Promise<readonly PrefixList[]>,
): Promise<readonly PrefixList[]> => {
  try {
    return await lists;
  } catch (error) {
    aws.noteFailedRead(denied, error);
    return [];
  }
};

/** The snapshot keeps the lists to which routes and security group rules refer. */
export default defineCollector({
  kind: 'prefixLists',
  actions: ['ec2:DescribeManagedPrefixLists', 'ec2:DescribePrefixLists', action],
  scope: 'region',
  async collect(aws) {
    const paging = { client: aws.ec2, pageSize };
    const [managed, withCidrs] = await Promise.all([
      orNone(
        aws,
        'ec2:DescribeManagedPrefixLists',
        readPages(paginateDescribeManagedPrefixLists(paging, {}, aws.options), (page) => page.PrefixLists, fromAws),
      ),
      orNone(
        aws,
        'ec2:DescribePrefixLists',
        readPages(paginateDescribePrefixLists(paging, {}, aws.options), (page) => page.PrefixLists, fromAwsWithCidrs),
      ),
    ]);
    const known = new Set(withCidrs.map((list) => list.id));
    return [...withCidrs, ...managed.filter((list) => !known.has(list.id))];
  },
  belongs: (list, { referenced }) => referenced.has(list.id),
  mentioned: (id) => {
    const parsed = PrefixListId.safeParse(id);
    return parsed.success ? { id: parsed.data, name: null, ownerId: null, cidrs: notRead } : null;
  },
  details: (aws, lists, wanted) =>
    Promise.all(
      lists.map(async (list) =>
        wanted.has(list.id) && list.cidrs.status !== 'known' ? { ...list, cidrs: await entries(aws, list.id) } : list,
      ),
    ),
});
