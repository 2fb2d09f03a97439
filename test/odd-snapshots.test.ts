import { describe, expect, it } from 'vitest';
import { type Kind, kinds } from '../src/model/sections.ts';
import { Snapshot } from '../src/model/snapshot.ts';
import { rules } from '../src/rules/index.ts';
import { diagnosed, lawsBrokenBy, manyQuestions, rows, snapshotOf } from './support/laws.ts';
import { healthy } from './support/network.ts';
import { type Change, changedEverywhere, changedOnce } from './support/schema-changes.ts';

const needs = new Map(rules.map((rule) => [rule.id, rule.needs]));

const networkOf = (ruleId: string): Snapshot => {
  const row = rows.find(({ speaks }) => speaks[ruleId] !== undefined);
  if (row === undefined) throw new Error(`no network makes ${ruleId} speak`);
  return snapshotOf(row);
};

/** For each rule about the network one in which it speaks, and the correct one. */
const networks: ReadonlyMap<string, Snapshot> = new Map([
  ['the correct network', healthy] as const,
  ...rules
    .filter(({ readsFindings }) => !readsFindings)
    .map(({ id }) => [`where ${id} speaks`, networkOf(id)] as const),
]);

/** What breaks a law where the internet alone is asked for, by default and by name, and where much is. */
const faultsOf = (snapshot: Snapshot): string[] => [
  ...lawsBrokenBy(diagnosed(snapshot), snapshot, 'default', needs),
  ...lawsBrokenBy(diagnosed(snapshot, 'to'), snapshot, 'to', needs),
  ...lawsBrokenBy(diagnosed(snapshot, 'to', null, manyQuestions()), snapshot, 'to', needs),
];

const withSections = (snapshot: Snapshot, changed: Readonly<Partial<Record<Kind, unknown>>>): Snapshot =>
  Snapshot.parse({ ...snapshot, sections: { ...snapshot.sections, ...changed } });

const empty = { status: 'collected', items: [] } as const;
const unread = { status: 'unavailable', action: 'ec2:DescribeSomething', reason: 'timed out' } as const;
const around = kinds.filter((kind) => kind !== 'functions');

/** The schema of one resource of a kind. */
const itemSchema = (kind: Kind) => Snapshot.shape.sections.shape[kind].options[0].shape.items.def.innerType.element;

/** The snapshot with one kind of change in every resource. */
const allChanged = (snapshot: Snapshot, change: Change): Snapshot => {
  const changed = kinds.map((kind): [Kind, unknown] => {
    const section = snapshot.sections[kind];
    if (section.status === 'unavailable') return [kind, section];
    return [
      kind,
      { ...section, items: section.items.map((item) => changedEverywhere(itemSchema(kind), item, change)) },
    ];
  });
  return withSections(snapshot, Object.fromEntries(changed));
};

/** Snapshots that differ in one place of one resource. */
const eachChanged = (snapshot: Snapshot, kind: Kind): Snapshot[] => {
  const section = snapshot.sections[kind];
  if (section.status === 'unavailable') return [];
  const items: readonly unknown[] = section.items;
  return items.flatMap((item, index) =>
    changedOnce(itemSchema(kind), item).map((changed) =>
      withSections(snapshot, { [kind]: { ...section, items: items.with(index, changed) } }),
    ),
  );
};

describe.each([...networks])('%s', (_, snapshot) => {
  it.each(around)('with no %s at all, so that ids lead nowhere', (kind) => {
    expect(faultsOf(withSections(snapshot, { [kind]: empty }))).toEqual([]);
  });

  it.each(around)('with %s that could not be read', (kind) => {
    expect(faultsOf(withSections(snapshot, { [kind]: unread }))).toEqual([]);
  });

  it('with nothing but the function', () => {
    for (const section of [empty, unread])
      expect(faultsOf(withSections(snapshot, Object.fromEntries(around.map((kind) => [kind, section]))))).toEqual([]);
  });

  it.each<Change>(['absent', 'unknown word', 'not read'])('with every fact %s that can be', (change) => {
    expect(faultsOf(allChanged(snapshot, change))).toEqual([]);
  });

  it('with every list and every text empty', () => {
    expect(() => diagnosed(allChanged(snapshot, 'empty'))).not.toThrow();
  });
});

/** Rules whose first networks lead through different parts of a path. */
const apart = [
  'bpa-blocks-egress',
  'function-vpc-state-failed',
  'inconsistent-subnet-egress',
  'nacl-blocks-return-traffic',
  'nat-instance-sg-blocks-function',
  'public-subnet-no-nat',
  'tgw-attachment-az-gap',
  'tgw-drops-packets',
];

describe.each(apart)('one fact changed where %s speaks', (ruleId) => {
  it.each(kinds)('a fact of %s', (kind) => {
    for (const changed of eachChanged(networkOf(ruleId), kind)) expect(faultsOf(changed)).toEqual([]);
  });
});
