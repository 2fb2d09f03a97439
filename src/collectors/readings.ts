import type { Section } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { Aws } from './aws.ts';
import type { Collector, Item, Scope, Subject } from './collector.ts';
import { reasonOf } from './unavailable.ts';

/** A section of any kind. */
export type Reading = Section<Item<Kind>>;
/** What is being read or has been read, by kind. */
export type Readings = ReadonlyMap<Kind, Promise<Reading>>;

/** Reads one kind. It never fails: an error makes the section unavailable. */
export const read = async <K extends Kind>(
  collector: Collector<K>,
  aws: Aws,
  scope: Scope,
): Promise<Section<Item<K>>> => {
  try {
    return { status: 'collected', items: await collector.collect(aws, scope) };
  } catch (error) {
    return { status: 'unavailable', action: collector.actions[0], reason: reasonOf(error) };
  }
};

const idOf = (item: Item<Kind>): string => ('id' in item ? item.id : '');

/** Two readings of one kind as one; a resource that is in both is there once. */
export const merged = (a: Reading, b: Reading): Reading => {
  if (a.status === 'unavailable') return a;
  if (b.status === 'unavailable') return b;
  const known = new Set(a.items.map(idOf));
  return { status: 'collected', items: [...a.items, ...b.items.filter((item) => !known.has(idOf(item)))] };
};

const itemsOf = (reading: Reading | undefined): readonly Item<Kind>[] =>
  reading?.status === 'collected' ? reading.items : [];

/** Ids to which resources refer, those of a wrongly reported VPC left out. */
export const referencedIn = async (
  collectors: readonly Collector[],
  readings: Readings,
  subject: Omit<Subject, 'referenced'>,
): Promise<ReadonlySet<string>> => {
  const referenced = new Set<string>();
  for (const collector of collectors.filter((candidate) => candidate.references)) {
    for (const item of itemsOf(await readings.get(collector.kind))) {
      if (!collector.belongs(item, { ...subject, referenced })) continue;
      for (const id of collector.references?.(item) ?? []) referenced.add(id);
    }
  }
  return referenced;
};

const withMentioned = (collector: Collector, items: readonly Item<Kind>[], referenced: ReadonlySet<string>) => {
  const known = new Set(items.map(idOf));
  const missing = [...referenced].filter((id) => !known.has(id));
  return [...items, ...missing.flatMap((id) => collector.mentioned?.(id) ?? [])];
};

/**
 * Reads the details of what is referred to. Where the reported VPC was wrong, the tables and groups that refer are
 * still being read, so the details of everything known are read beside them: that keeps the run at three levels.
 */
export const detailed = async (
  collector: Collector,
  aws: Aws,
  reading: Promise<Reading>,
  referenced: Promise<ReadonlySet<string>> | null,
): Promise<Reading> => {
  const section = await reading;
  if (section.status === 'unavailable' || !collector.details) return section;
  const wanted = referenced === null ? new Set(section.items.map(idOf)) : await referenced;
  const items = referenced === null ? section.items : withMentioned(collector, section.items, wanted);
  return { status: 'collected', items: await collector.details(aws, items, wanted) };
};

const byId = (a: Item<Kind>, b: Item<Kind>): number => (idOf(a) < idOf(b) ? -1 : 1);

/** The resources that the snapshot keeps, in the order of their ids. */
export const kept = (collector: Collector, section: Reading, subject: Subject): Reading => {
  if (section.status === 'unavailable') return section;
  const items = withMentioned(collector, section.items, subject.referenced);
  return { status: 'collected', items: items.filter((item) => collector.belongs(item, subject)).sort(byId) };
};
