import { describe, expect, it } from 'vitest';
import { printable, quoted } from '../../src/report/json-text.ts';

const every = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));

describe('a text in JSON', () => {
  it('is what JSON writes, but for what is unsafe to print, of every character', () => {
    expect(every.filter((one) => quoted(`a${one}b`) !== printable(JSON.stringify(`a${one}b`)))).toEqual([]);
  });

  it('means the same', () => {
    expect(every.filter((one) => JSON.parse(quoted(one)) !== one)).toEqual([]);
  });

  it.each([
    ['', '""'],
    ['orders-api', '"orders-api"'],
    ['a"b\\c\n', '"a\\"b\\\\c\\n"'],
    ['\u007f\u202e', '"\\u007f\\u202e"'],
    ['naïve 𝒳', '"naïve 𝒳"'],
  ])('%j', (text, json) => {
    expect(quoted(text)).toBe(json);
  });
});
