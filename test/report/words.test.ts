import { describe, expect, it } from 'vitest';
import { allOf, count, firstOf, percent } from '../../src/report/words.ts';

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.4376240079365079, 'about 44 %'],
    [1 / 64_512, 'under 1 %'],
    [64_511 / 64_512, 'over 99 %'],
    [0.995, 'over 99 %'],
    [0.01, 'about 1 %'],
    [0.99, 'about 99 %'],
  ])('says %f as %s, and 0 or 100 only where that is exact', (share, expected) => {
    expect(percent(share)).toBe(expected);
  });
});

describe('numbers in sentences', () => {
  it('uses the singular for one', () => {
    expect([count(0, 'error'), count(1, 'error'), count(2, 'error')]).toEqual(['0 errors', '1 error', '2 errors']);
  });

  it('says both for two', () => {
    expect([allOf(2, 'subnet'), allOf(3, 'subnet')]).toEqual(['both subnets', 'all 3 subnets']);
  });

  it('counts what it leaves out', () => {
    expect(firstOf(['a', 'b', 'c'], 3, 'ranges')).toBe('a, b, c');
    expect(firstOf(['a', 'b', 'c'], 1, 'ranges')).toBe('a and 2 more ranges');
  });
});
