import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';

/** Where something stands in a file, counted from one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML or JSON file, of which every value knows where it stands. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Where a value stands; of a field that is missing, what it is missing from. */
  positionOf(path: readonly PropertyKey[]): Position;
  /** Where the key of a value stands. */
  positionOfKey(path: readonly PropertyKey[]): Position;
}

/** What keeps a text from being YAML. */
export interface ConfigSyntaxError extends Position {
  readonly message: string;
}

/** More than an honest file ever has; a few lines of aliases to aliases would fill the memory. */
const mostAliases = 100;

type Document = ReturnType<typeof parseDocument>;

const pairOf = (node: Node | null, key: PropertyKey): Pair | undefined =>
  isMap(node)
    ? node.items.find((pair) => (isScalar(pair.key) ? String(pair.key.value) : '') === String(key))
    : undefined;

const childOf = (node: Node | null, key: PropertyKey): unknown =>
  isSeq(node) && typeof key === 'number' ? node.items[key] : pairOf(node, key)?.value;

const isNode = (value: unknown): value is Node => isScalar(value) || isMap(value) || isSeq(value);

const followed = (value: unknown, document: Document): Node | null => {
  const target = isAlias(value) ? value.resolve(document) : value;
  return isNode(target) ? target : null;
};

const positions = (document: Document, lines: LineCounter) => {
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  /** The nodes on the way to a value, as far as there are any. */
  const wayTo = (path: readonly PropertyKey[]): readonly Node[] => {
    const way: Node[] = [];
    let node = followed(document.contents, document);
    for (const key of [...path, null]) {
      if (node === null) break;
      way.push(node);
      node = key === null ? null : followed(childOf(node, key), document);
    }
    return way;
  };
  const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
  return {
    positionOf: (path: readonly PropertyKey[]): Position => at(startOf(wayTo(path).at(-1))),
    positionOfKey: (path: readonly PropertyKey[]): Position => {
      const parent = wayTo(path.slice(0, -1)).at(-1) ?? null;
      return at(startOf(pairOf(parent, path.at(-1) ?? '')?.key ?? parent));
    },
  };
};

const quotesNeeded = 'a text that begins with * stands in quotes';
const tooDeep = 'it is nested too deeply';

/** What the library takes and no configuration means: an alias to nothing, and a key that objects have already. */
const misuseIn = (document: Document): { readonly message: string; readonly offset: number } | null => {
  let found: { readonly message: string; readonly offset: number } | null = null;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      found = { message: quotesNeeded, offset: alias.range?.[0] ?? 0 };
      return visit.BREAK;
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== '__proto__') return undefined;
      found = { message: 'unknown key __proto__', offset: key.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
};

/** Errors of which the library speaks to programmers; the others it says well. */
const errorWords: ReadonlyMap<string, string> = new Map([
  ['BAD_ALIAS', quotesNeeded],
  ['RESOURCE_EXHAUSTION', tooDeep],
  ['MULTIPLE_DOCS', 'it holds more than one document'],
]);

const syntaxErrorOf = (document: Document, lines: LineCounter): ConfigSyntaxError | null => {
  const [first] = [...document.errors, ...document.warnings];
  const misuse =
    first === undefined
      ? misuseIn(document)
      : { message: errorWords.get(first.code) ?? first.message, offset: first.pos[0] };
  if (misuse === null) return null;
  const { line, col } = lines.linePos(misuse.offset);
  return { message: misuse.message, line: Math.max(line, 1), column: Math.max(col, 1) };
};

/** Reads YAML 1.2, of which JSON is a part; it never throws. */
export const readDocument = (text: string): ConfigDocument | ConfigSyntaxError => {
  const start = { line: 1, column: 1 };
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const error = syntaxErrorOf(document, lines);
    if (error !== null) return error;
    return { value: document.toJS({ maxAliasCount: mostAliases }), ...positions(document, lines) };
  } catch (error) {
    if (error instanceof RangeError) return { message: tooDeep, ...start };
    if (error instanceof ReferenceError) return { message: 'it has too many aliases', ...start };
    throw error;
  }
};
