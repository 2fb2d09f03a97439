import { describe, expect, it } from 'vitest';
import { clip, hang, widthOf, wrap } from '../../src/report/width.ts';

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('counts wide characters as two columns', () => {
    expect(wrap('注文サービス', 6)).toEqual(['注文サ', 'ービス']);
  });

  it('breaks a word that is too long behind its last separator', () => {
    expect(wrap('inconsistent-subnet-egress', 22)).toEqual(['inconsistent-subnet-', 'egress']);
  });

  it('breaks a word without separators where the line ends', () => {
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });

  it('leaves an address in one piece', () => {
    const address = `https://example.com/${'x'.repeat(40)}`;
    expect(wrap(`see ${address} now`, 20)).toEqual(['see', address, 'now']);
  });

  it('gives one empty line for no text', () => {
    expect(wrap('', 10)).toEqual(['']);
  });
});

describe('hang', () => {
  it('indents the lines after the first under its text', () => {
    expect(hang('= fix ', 'one two three four', 16)).toEqual(['= fix one two', '      three four']);
  });
});

describe('clip', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['注文サービス', 6, '注文…'],
  ])('cuts %s to %i columns', (text, width, expected) => {
    expect(clip(text, width)).toBe(expected);
    expect(widthOf(expected)).toBeLessThanOrEqual(width);
  });
});
