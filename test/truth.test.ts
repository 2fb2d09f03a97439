import { describe, expect, it } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { check } from './truth/check.ts';
import { provenRules, truth } from './truth/index.ts';
import type { TruthRow } from './truth/row.ts';

const rows = Object.values(truth).flat();

for (const [topic, topicRows] of Object.entries(truth))
  describe(topic, () => {
    for (const row of topicRows) it(row.name, () => check(row));
  });

describe('the table itself', () => {
  const ids = rules.map(({ id }) => id);
  const named = (list: (row: TruthRow) => readonly string[]): Set<string> => new Set(rows.flatMap(list));
  const speaking = named((row) => Object.keys(row.speaks));
  const silent = named((row) => row.silent);

  it('has no two rows of one name', () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names only rules that exist', () => {
    const all = named((row) => [...Object.keys(row.speaks), ...row.silent, ...(row.open ?? []), ...(row.also ?? [])]);
    expect([...all].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('never names a rule as speaking and silent in one row', () => {
    const contradictory = rows.filter((row) =>
      Object.keys(row.speaks).some((id) => row.silent.includes(id) || row.open?.includes(id)),
    );
    expect(contradictory.map(({ name }) => name)).toEqual([]);
  });

  it('has for each rule a row where it speaks and one where it is a trap', () => {
    const unproven = provenRules.filter((id) => !speaking.has(id) || !silent.has(id));
    expect(unproven).toEqual([]);
  });

  it('proves only rules that exist', () => {
    expect(provenRules.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives a reason wherever the verdict is unknown although everything was read', () => {
    const unexplained = rows.filter(
      (row) =>
        row.verdict === 'unknown' &&
        row.uncertain === undefined &&
        row.speaks['missing-permission'] === undefined &&
        !row.open?.includes('missing-permission'),
    );
    expect(unexplained.map(({ name }) => name)).toEqual([]);
  });
});
