import { describe, expect, it } from 'vitest';
import { pagesOf, partsOf } from '../../src/cli/pages.ts';

/** The parts, each taken before the next is asked for. */
const written = (pieces: readonly string[]): Buffer[] => Array.from(partsOf(pieces), (part) => Buffer.from(part));

describe.each<[string, readonly string[]]>([
  ['nothing', []],
  ['an empty text', ['']],
  ['a short text', ['one\n']],
  ['empty pieces between others', ['', 'a', '', 'b', '']],
  ['many short pieces', Array.from({ length: 100_000 }, (_, index) => `piece ${index},`)],
  ['one long piece', ['x'.repeat(3_000_000)]],
  ['as much as a part holds', ['x'.repeat(256 * 1024)]],
  ['two bytes for each character, from an odd place on', [`x${'é'.repeat(400_000)}`]],
  ['three bytes for each character', ['…'.repeat(400_000)]],
  ['four bytes for each character', [`xyz${'𝒳'.repeat(200_000)}`]],
  ['half a character', ['a\ud835b', `${'x'.repeat(300_000)}\udcb3`]],
])('%s', (_, pieces) => {
  it('is whole in pages', () => {
    expect([...pagesOf(pieces)].join('')).toBe(pieces.join(''));
  });

  it('is whole in parts', () => {
    expect(Buffer.concat(written(pieces)).equals(Buffer.from(pieces.join('')))).toBe(true);
  });

  it('has no empty part', () => {
    expect(written(pieces).every(({ length }) => length > 0)).toBe(true);
  });
});
