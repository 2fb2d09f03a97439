import { expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { kinds } from '../../src/model/sections.ts';

it('every kind has one collector', () => {
  expect(collectors.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
});

it('a collector names each action once', () => {
  for (const { actions } of collectors) expect(new Set(actions).size).toBe(actions.length);
});
