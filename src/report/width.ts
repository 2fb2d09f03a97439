import stringWidth from 'string-width';

let segmenter: Intl.Segmenter | null = null;

/** What a reader takes for one character. Making the segmenter takes longer than a whole report, and few need it. */
const charactersOf = (text: string): Iterable<Intl.SegmentData> => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

/** Printable ASCII takes a column a character; string-width compiles a large pattern on each call. */
const ascii = /^[ -~]*$/u;

/** Columns that a text takes on a screen, by the measure that cli-table3 uses. */
export const widthOf = (text: string): number => (ascii.test(text) ? text.length : stringWidth(text));

/** Cuts text to a width; an ellipsis shows that something is missing. */
export const clip = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of charactersOf(text)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
};

/** Where a word that is too long may end: behind a separator in its second half, else where the room ends. */
const cutOf = (piece: string): number => {
  const separator = Math.max(...[...'-/.:,_='].map((each) => piece.lastIndexOf(each)));
  return separator + 1 > piece.length / 2 ? separator + 1 : piece.length;
};

/** Each distinct character is measured once. */
const measuredOnce = (): ((character: string) => number) => {
  const widths = new Map<string, number>();
  return (character) => {
    const width = widths.get(character) ?? widthOf(character);
    widths.set(character, width);
    return width;
  };
};

const broken = (word: string, width: number): readonly string[] => {
  const pieces: string[] = [];
  const measure = measuredOnce();
  let piece = '';
  let used = 0;
  for (const { segment } of charactersOf(word)) {
    const more = measure(segment);
    if (piece !== '' && used + more > width) {
      const cut = cutOf(piece);
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      used = widthOf(piece);
    }
    piece += segment;
    used += more;
  }
  return [...pieces, piece];
};

/** An address that the reader copies stays in one piece, whatever its length. */
const fits = (word: string, width: number): boolean => /^https?:\/\//u.test(word) || widthOf(word) <= width;

/** Breaks text into lines of at most `width` columns, between words where that is possible. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const words = text.split(/ +/u).filter((word) => word !== '');
  for (const word of words.flatMap((each) => (fits(each, width) ? [each] : broken(each, width)))) {
    const more = widthOf(word);
    if (line !== '' && used + 1 + more > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += more + (line === '' ? 0 : 1);
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** Text after a prefix (a mark, a label); the lines that follow are indented under its first character. */
export const hang = (prefix: string, text: string, width: number): readonly string[] => {
  const indent = widthOf(prefix);
  return wrap(text, Math.max(width - indent, 10)).map((line, index) =>
    `${index === 0 ? prefix : ' '.repeat(indent)}${line}`.trimEnd(),
  );
};
