import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds } from '../src/model/sections.ts';
import { Snapshot } from '../src/model/snapshot.ts';
import { healthy } from './support/network.ts';

const text = readFileSync(new URL('../fixtures/healthy.json', import.meta.url), 'utf8');

const idsOf = (kind: (typeof kinds)[number]): string[] => {
  const section = healthy.sections[kind];
  if (section.status !== 'collected') return [];
  return section.items.flatMap((item) => ('id' in item ? [item.id] : []));
};

describe('fixtures/healthy.json', () => {
  it('is written as --save-snapshot writes it: keys in the order of the schema, two spaces, one newline', () => {
    const written = `${JSON.stringify(Snapshot.parse(JSON.parse(text)), null, 2)}\n`;
    expect(text).toBe(written);
  });

  it('has every section collected', () => {
    expect(kinds.filter((kind) => healthy.sections[kind].status !== 'collected')).toEqual([]);
  });

  it.each(kinds)('lists %s in the order of their ids', (kind) => {
    expect(idsOf(kind)).toEqual(idsOf(kind).toSorted());
  });

  it('names only resources that it holds', () => {
    const known = new Set(kinds.flatMap(idsOf));
    const mentioned = text.match(/\b(?:vpc|subnet|rtb|nat|igw|acl|sg|eni|vpce|pl|dopt)-[0-9a-f]{8,17}\b/g) ?? [];
    expect(mentioned.filter((id) => !known.has(id))).toEqual([]);
  });

  it('has ids that look like those of AWS', () => {
    const others = kinds.filter((kind) => kind !== 'availabilityZones');
    const unlikely = others.flatMap(idsOf).filter((id) => !/^[a-z]+-(?:[0-9a-f]{8}|0[0-9a-f]{16})$/.test(id));
    expect(unlikely).toEqual([]);
  });

  it('has zone ids that look like those of AWS', () => {
    expect(idsOf('availabilityZones').filter((id) => !/^[a-z]{2,4}\d-az\d$/.test(id))).toEqual([]);
    expect(idsOf('availabilityZones')).not.toEqual([]);
  });
});
