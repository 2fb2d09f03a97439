/**
 * An answer that is not what AWS sends: a set or an id is missing or has another shape. It must not pass for an empty
 * list, since a resource that is absent blocks and one that could not be read does not.
 */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';

  constructor() {
    super('the answer was not understood');
  }
}

/** An answer that says that it lacks something and not how to get it. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete';

  constructor() {
    super('the answer is not complete');
  }
}

/** A schema of the model, as far as a mapper uses it. */
interface Schema<Value> {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** EC2 writes what is not set as a missing or as an empty element. */
const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

/** A value without which the resource cannot be told from others, such as its id. */
export const required = <Value>(schema: Schema<Value>, value: unknown): Value => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new NotUnderstood();
  return parsed.data;
};

/** A value that may be absent; if it is there, it has the shape that the model says. */
export const optional = <Value>(schema: Schema<Value>, value: unknown): Value | null =>
  isAbsent(value) ? null : required(schema, value);

/** A set of the answer. EC2 sends an empty element for an empty set, so an answer without the element is no answer. */
export const setOf = <Item>(set: readonly Item[] | undefined): readonly Item[] => {
  if (set === undefined) throw new NotUnderstood();
  return set;
};

/** A boolean or number without which the rest means something else. */
export const certain = <Value>(value: Value | undefined): Value => {
  if (value === undefined || Number.isNaN(value)) throw new NotUnderstood();
  return value;
};

/** A word of a list to which AWS may add: as it is if this version knows it, else marked as unknown. */
export const openWord = <Word>(words: Schema<Word>, value: string | undefined): Word | `unknown:${string}` => {
  const known = words.safeParse(value ?? '');
  return known.success ? known.data : `unknown:${value ?? ''}`;
};

/** The same for a word that may be absent. */
export const optionalWord = <Word>(
  words: Schema<Word>,
  value: string | undefined,
): Word | `unknown:${string}` | null => (isAbsent(value) ? null : openWord(words, value));

export const text = (value: string | undefined): string | null => (isAbsent(value) ? null : value);

export const count = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** The texts of a list that are there. */
export const texts = (values: readonly (string | undefined)[] | undefined): readonly string[] =>
  (values ?? []).filter((value): value is string => !isAbsent(value));

/** Ids of other resources, each of the shape that the model says. */
export const ids = <Id>(schema: Schema<Id>, values: readonly (string | undefined)[] | undefined): readonly Id[] =>
  texts(values).map((value) => required(schema, value));

interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** The Name tag, the only tag that is kept. */
export const nameTag = (tags: readonly Tag[] | undefined): string | null =>
  text(tags?.find((tag) => tag.Key === 'Name')?.Value);
