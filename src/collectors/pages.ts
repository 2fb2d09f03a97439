import type { Filter } from '@aws-sdk/client-ec2';
import { NotUnderstood, setOf } from './answer.ts';

/** The most items that a page may have. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html */
export const pageSize = 1000;
/** DescribeRouteTables, DescribeManagedPrefixLists and GetManagedPrefixListEntries allow less. */
export const smallPageSize = 100;

/** EC2 calls what leads to the next page a token, Lambda a marker. */
interface Page {
  readonly NextToken?: string | undefined;
  readonly NextMarker?: string | undefined;
}

/**
 * Reads all pages and maps each item at once, so that no raw answer is kept. A token that comes a second time would
 * page for ever, so it ends the reading as an answer that is not understood. `isEnough` is asked after each page.
 */
export const readPages = async <Answer extends Page, Raw, Item>(
  pages: AsyncIterable<Answer>,
  setIn: (page: Answer) => readonly Raw[] | undefined,
  fromAws: (raw: Raw) => Item,
  isEnough?: (items: readonly Item[]) => boolean,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  const seen = new Set<string>();
  for await (const page of pages) {
    for (const raw of setOf(setIn(page))) items.push(fromAws(raw));
    const token = page.NextToken ?? page.NextMarker;
    if (!token) continue;
    if (isEnough?.(items)) break;
    if (seen.has(token)) throw new NotUnderstood();
    seen.add(token);
  }
  return items;
};

/** The most values that one filter takes. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html */
const valuesOfFilter = 200;

/** Reads by one filter, with as many calls as its values need; none for no values. */
export const readByFilter = async <Item>(
  name: string,
  values: readonly string[],
  read: (filters: Filter[]) => Promise<readonly Item[]>,
): Promise<readonly Item[]> => {
  const calls: Promise<readonly Item[]>[] = [];
  for (let start = 0; start < values.length; start += valuesOfFilter) {
    calls.push(read([{ Name: name, Values: values.slice(start, start + valuesOfFilter) }]));
  }
  return (await Promise.all(calls)).flat();
};
