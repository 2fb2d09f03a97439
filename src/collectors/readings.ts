import type { Section } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { Aws } from './aws.ts';
import type { Collector, Item, Scope, Subject } from './collector.ts';
import { reasonOf } from './unavailable.ts';

/** A section of any kind. */
export type Reading = Section<Item<Kind>>;
/** What is being read or has been read, by kind. */
export type Readings = ReadonlyMap<Kind, Promise<Reading>>;
export type Started = readonly [Kind, Promise<Reading>];

interface Reader<K extends Kind, From> extends Pick<Collector<K>, 'kind' | 'actions'> {
  collect(aws: Aws, from: From): Promise<readonly Item<K>[]>;
}

/** Reads one kind. It never fails: an error makes the section unavailable. */
export const read = async <K extends Kind, From>(
  collector: Reader<K, From>,
  aws: Aws,
  from: From,
): Promise<Section<Item<K>>> => {
  try {
    return { status: 'collected', items: await collector.collect(aws, from) };
  } catch (error) {
    return { status: 'unavailable', action: collector.actions[0], reason: reasonOf(error) };
  }
};

/** Reads one kind where its condition holds, which waits for what the condition is about. */
export const readIfNeeded = async (
  collector: Collector,
  aws: Aws,
  scope: Scope,
  readings: Readings,
): Promise<Reading> => {
  const { onlyIf } = collector;
  if (onlyIf) {
    const asking = await readings.get(onlyIf.kind);
    if (asking?.status === 'collected' && !asking.items.some((item) => onlyIf.matters(item)))
      return { status: 'collected', items: [] };
  }
  return read(collector, aws, scope);
};

const idOf = (item: Item<Kind>): string => ('id' in item ? item.id : '');

/** Two readings of one kind as one; a resource that is in both is there once. */
const merged = (a: Reading, b: Reading): Reading => {
  if (a.status === 'unavailable') return a;
  if (b.status === 'unavailable') return b;
  const known = new Set(a.items.map(idOf));
  return { status: 'collected', items: [...a.items, ...b.items.filter((item) => !known.has(idOf(item)))] };
};

/** What is being read, and more of some kinds beside it. */
export const withMore = (readings: Readings, more: readonly Started[]): Readings => {
  const both = more.map(([kind, reading]) => {
    const all = Promise.all([readings.get(kind) ?? reading, reading]);
    return [kind, all.then(([first, second]) => merged(first, second))] as const;
  });
  return new Map([...readings, ...both]);
};

/** The resources of a kind; none if it could not be read. */
export const itemsRead = async (readings: Readings, kind: Kind): Promise<readonly Item<Kind>[]> => {
  const reading = await readings.get(kind);
  return reading?.status === 'collected' ? reading.items : [];
};

/** Ids to which resources refer, those of a wrongly reported VPC left out. */
export const referencedIn = async (
  collectors: readonly Collector[],
  readings: Readings,
  subjectOf: (collector: Collector) => Omit<Subject, 'referenced'>,
): Promise<ReadonlySet<string>> => {
  const referenced = new Set<string>();
  for (const collector of collectors.filter((candidate) => candidate.references)) {
    const subject = { ...subjectOf(collector), referenced };
    for (const item of await itemsRead(readings, collector.kind)) {
      if (!collector.belongs(item, subject)) continue;
      for (const id of collector.references?.(item, subject) ?? []) referenced.add(id);
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
 * Reads the details of what is known to be referred to. With `all` others that refer are still being read, so the
 * details of everything listed are read beside them: that keeps the run at three levels.
 */
export const detailed = async (
  collector: Collector,
  aws: Aws,
  reading: Promise<Reading>,
  referenced: Promise<ReadonlySet<string>>,
  all: boolean,
): Promise<Reading> => {
  const section = await reading;
  if (section.status === 'unavailable' || !collector.details) return section;
  const known = await referenced;
  const items = withMentioned(collector, section.items, known);
  const wanted = all ? new Set(items.map(idOf)) : known;
  return { status: 'collected', items: await collector.details(aws, items, wanted) };
};

const byId = (a: Item<Kind>, b: Item<Kind>): number => (idOf(a) < idOf(b) ? -1 : 1);

/** The resources that the snapshot keeps, in the order of their ids. */
export const kept = (collector: Collector, section: Reading, subject: Subject): Reading => {
  if (section.status === 'unavailable') return section;
  const items = withMentioned(collector, section.items, subject.referenced);
  return { status: 'collected', items: items.filter((item) => collector.belongs(item, subject)).sort(byId) };
};
