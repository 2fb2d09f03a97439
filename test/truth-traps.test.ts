import { describe, expect, it } from 'vitest';
import { knownMistakes, traps } from './truth/egress/traps.ts';
import { truth } from './truth/index.ts';

const names = Object.values(truth)
  .flat()
  .map(({ name }) => name);

describe('traps', () => {
  const named = Object.entries(traps).flatMap(([trap, proof]) =>
    'notHere' in proof ? [] : proof.map((name) => ({ trap, name })),
  );

  it('are all there, T1 to T43', () => {
    expect(Object.keys(traps)).toEqual(Array.from({ length: 43 }, (_, index) => `T${index + 1}`));
  });

  it('name rows that exist', () => {
    expect(named.filter(({ name }) => !names.includes(name))).toEqual([]);
  });

  it('are left out of this table only where something else than the way to the internet is meant', () => {
    const left = Object.entries(traps).filter(([, proof]) => 'notHere' in proof);
    expect(left.map(([trap]) => trap)).toEqual(['T11', 'T12', 'T23', 'T30', 'T33', 'T35', 'T36', 'T38']);
  });

  it('lie behind every mistake that other tools are known to make: each has its rows', () => {
    const mistaken = Object.values(knownMistakes).flat();
    expect(mistaken.filter((name) => !names.includes(name))).toEqual([]);
  });
});
