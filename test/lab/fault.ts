import type { NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import type { Route } from '../../src/model/kinds/route-tables.ts';
import type { Section } from '../../src/model/section.ts';
import type { Sections } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Engine } from './engine-answer.ts';

/** A mistake that the comparison has to notice: in the network that the lab builds, or in what the engine is asked. */
export type Fault =
  | { readonly name: string; readonly inNetwork: (snapshot: Snapshot) => Snapshot }
  | { readonly name: string; readonly inEngine: (engine: Engine) => Pick<Engine, 'answer'> };

export const each = <Item>(section: Section<Item>, change: (item: Item) => Item): Section<Item> =>
  section.status === 'collected' ? { ...section, items: section.items.map(change) } : section;

/** A snapshot with other sections. */
export const withSections = (snapshot: Snapshot, change: (sections: Sections) => Partial<Sections>): Snapshot => ({
  ...snapshot,
  sections: { ...snapshot.sections, ...change(snapshot.sections) },
});

export const withEntries = (snapshot: Snapshot, change: (entry: NetworkAclEntry) => NetworkAclEntry): Snapshot =>
  withSections(snapshot, ({ networkAcls }) => ({
    networkAcls: each(networkAcls, (acl) => ({ ...acl, entries: acl.entries.map(change) })),
  }));

export const withRoutes = (snapshot: Snapshot, keep: (route: Route) => boolean): Snapshot =>
  withSections(snapshot, ({ routeTables }) => ({
    routeTables: each(routeTables, (table) => ({ ...table, routes: table.routes.filter(keep) })),
  }));
