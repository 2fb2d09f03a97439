import type { Section } from '../../model/section.ts';

/** Items of a section; null if it could not be read. */
export type Items<Item> = readonly Item[] | null;

export const itemsOf = <Item>(section: Section<Item>): Items<Item> =>
  section.status === 'collected' ? section.items : null;

type Places = ReadonlyMap<string, number>;

/** Where each id stands first in a list that was looked into before. */
const known = new WeakMap<readonly { readonly id: string }[], Places>();

const placesIn = (items: readonly { readonly id: string }[]): Places => {
  const places = known.get(items) ?? new Map(items.map(({ id }, place) => [id, place] as const).toReversed());
  known.set(items, places);
  return places;
};

/** The item with an id, `absent` from a list that was read, or `unread` if the list was not. */
export const find = <Item extends { readonly id: string }>(
  items: Items<Item>,
  id: string,
): Item | 'absent' | 'unread' => {
  if (items === null) return 'unread';
  return items[placesIn(items).get(id) ?? -1] ?? 'absent';
};

/** The same for the places where absence and an unread list mean the same. */
export const findOrNull = <Item extends { readonly id: string }>(items: Items<Item>, id: string): Item | null => {
  const found = find(items, id);
  return found === 'absent' || found === 'unread' ? null : found;
};
