/** Few enough that a page is soon forgotten, and enough that pages are few. */
const piecesOnPage = 256;

const bytesOfPart = 256 * 1024;

/** A text that is given in pieces, some of them at a time. */
export function* pagesOf(pieces: readonly string[]): Generator<string> {
  for (let from = 0; from < pieces.length; from += piecesOnPage) yield pieces.slice(from, from + piecesOnPage).join('');
}

/**
 * The same in UTF-8. All parts stand in the same memory, one after the other: each must have been written before the
 * next is asked for.
 */
export function* partsOf(pieces: readonly string[]): Generator<Uint8Array> {
  const memory = Buffer.allocUnsafeSlow(bytesOfPart);
  const encoder = new TextEncoder();
  let used = 0;
  for (const page of pagesOf(pieces)) {
    let rest = page;
    while (rest !== '') {
      const { read, written } = encoder.encodeInto(rest, memory.subarray(used));
      rest = rest.slice(read);
      used += written;
      if (rest === '') break;
      yield memory.subarray(0, used);
      used = 0;
    }
  }
  if (used > 0) yield memory.subarray(0, used);
}
