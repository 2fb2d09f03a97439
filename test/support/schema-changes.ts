import { z } from 'zod';

/** How one value of a snapshot is made different and stays what AWS could answer. */
export type Change = 'absent' | 'unknown word' | 'empty' | 'not read';

/** What can stand in the place of a value, by the kind of change. */
type Alternatives = Partial<Record<Change, unknown>>;

const accepts = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

const unknownWords: readonly unknown[] = [
  'unknown:something-new',
  { kind: 'unknown', raw: 'something-new' },
  { kind: 'unknown' },
];

const unread = { status: 'unavailable', action: 'ec2:DescribeSomething', reason: 'access denied' };

/** Every schema of zod is one of these, which its general type does not say. */
const definitionOf = (schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] =>
  (schema as z.core.$ZodTypes)._zod.def;

const alternativesTo = (schema: z.core.$ZodType, value: unknown): Alternatives => {
  const { type } = definitionOf(schema);
  if (type === 'nullable') return value === null ? {} : { absent: null };
  if (type === 'array') return Array.isArray(value) && value.length > 0 ? { empty: [] } : {};
  if (type === 'string') return value === '' ? {} : { empty: '' };
  if (type !== 'union') return {};
  const word = unknownWords.find((candidate) => accepts(schema, candidate));
  return {
    ...(word === undefined ? {} : { 'unknown word': word }),
    ...(accepts(schema, unread) ? { 'not read': unread } : {}),
  };
};

/** Decides what happens at one place: another value, or null to leave it and look inside. */
type Visit = (alternatives: Alternatives) => { readonly value: unknown } | null;

const rebuilt = (schema: z.core.$ZodType, value: unknown, visit: Visit): unknown => {
  const replaced = visit(alternativesTo(schema, value));
  if (replaced !== null) return replaced.value;
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'readonly':
    case 'optional':
      return rebuilt(definition.innerType, value, visit);
    case 'nullable':
      return value === null ? null : rebuilt(definition.innerType, value, visit);
    case 'array':
      return Array.isArray(value) ? value.map((item) => rebuilt(definition.element, item, visit)) : value;
    case 'union': {
      const option = definition.options.find((candidate) => accepts(candidate, value));
      return option === undefined ? value : rebuilt(option, value, visit);
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(value ?? {}).map(([key, inner]) => {
          const field = definition.shape[key];
          return [key, field === undefined ? inner : rebuilt(field, inner, visit)];
        }),
      );
    default:
      return value;
  }
};

/** The value with one kind of change in every place where it can be made. */
export const changedEverywhere = (schema: z.core.$ZodType, value: unknown, change: Change): unknown =>
  rebuilt(schema, value, (alternatives) => (change in alternatives ? { value: alternatives[change] } : null));

/** All values that differ from this one in a single place. */
export const changedOnce = (schema: z.core.$ZodType, value: unknown): unknown[] => {
  let places = 0;
  rebuilt(schema, value, (alternatives) => {
    places += Object.keys(alternatives).length;
    return null;
  });
  return Array.from({ length: places }, (_, wanted) => {
    let place = -1;
    return rebuilt(schema, value, (alternatives) => {
      for (const alternative of Object.values(alternatives)) {
        place += 1;
        if (place === wanted) return { value: alternative };
      }
      return null;
    });
  });
};
