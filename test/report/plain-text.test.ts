import { describe, expect, it } from 'vitest';
import { plainCopy, plainText } from '../../src/report/plain-text.ts';
import { hostileTexts } from './hard-reports.ts';

describe('plainText', () => {
  it.each([
    ['a colour', hostileTexts.colour, 'red'],
    ['a window title', hostileTexts.title, 'ab'],
    ['a terminal link', hostileTexts.link, 'click'],
    ['a control string that never ends', hostileTexts.unfinished, '0;never ended'],
    ['8-bit controls', hostileTexts.eightBit, 'cleared'],
    ['a bell', hostileTexts.bell, 'ding'],
    ['bidirectional controls', hostileTexts.reversed, 'userxcod.exe'],
    ['half a character', hostileTexts.half, 'half'],
    ['DEL and NUL', hostileTexts.deleted, 'abc'],
  ])('removes %s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('puts every kind of line break and tab on one line', () => {
    expect(plainText(hostileTexts.lines)).toBe('one two three four five six');
  });

  it('keeps what people write', () => {
    const text = 'Zürich – 注文サービス 🚀 👩‍💻 (prod) 0.0.0.0/0 → igw-1';
    expect(plainText(text)).toBe(text);
  });

  it('takes time in proportion to the length of the text', () => {
    const text = '\u001b]\u009d'.repeat(200_000);
    const start = performance.now();
    plainText(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('plainCopy', () => {
  it('cleans the strings at every depth and leaves the rest', () => {
    expect(plainCopy({ a: ['x\u0007'], b: { c: 'y\nz', d: 1, e: null } })).toEqual({
      a: ['x'],
      b: { c: 'y z', d: 1, e: null },
    });
  });
});
