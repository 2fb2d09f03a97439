import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A schema that is true for everything; z.toJSONSchema writes it for values without a shape. */
const isSchema = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null;

/**
 * What was read from JSON has no field without a value, so an object has no other field if it has as many as it is
 * known to have. To count them takes a fraction of looking each of them up, and an account has thousands of objects.
 */
const size = `const size = (v) => {
  let fields = 0;
  for (const field in v) fields += 1;
  return fields;
};
`;

/** An id, which begins with a word and ends as it likes. */
const prefixOf = (pattern: string): string | null => /^\^([\w:-]*)\[\\s\\S\]\{0,\}\$$/.exec(pattern)?.[1] ?? null;

const textTest = (pattern: string): string => {
  const prefix = prefixOf(pattern);
  return prefix === null ? `${new RegExp(pattern, 'u').toString()}.test(v)` : `v.startsWith('${prefix}')`;
};

/**
 * Writes a JSON Schema as functions that say yes or no. It knows the keywords that our schemas use and refuses any
 * other, so that a new one cannot be passed over in silence.
 */
export const validatorCode = (root: JsonSchema): string => {
  const functions: string[] = [];
  const named = new Map<string, string>();
  const known = ['$schema', 'readOnly', '$defs', '$ref', 'type', 'const', 'enum', 'anyOf', 'oneOf', 'items', 'pattern'];
  const forObjects = ['properties', 'required', 'additionalProperties'];

  const declare = (body: string): string => {
    const existing = named.get(body);
    if (existing !== undefined) return existing;
    const name = `f${named.size}`;
    named.set(body, name);
    functions.push(`const ${name} = (v) => ${body};`);
    return name;
  };

  const objectTest = ({ properties = {}, required = [], additionalProperties }: JsonSchema): string => {
    if (additionalProperties !== false) throw new Error('an object that is open to other fields');
    const keys = Object.keys(properties);
    const fields = Object.entries(properties).map(([key, schema]) => {
      const test = `${call(schema)}(v.${key})`;
      return required.includes(key) ? test : `(v.${key} === undefined || ${test})`;
    });
    const optional = keys.filter((key) => !required.includes(key)).map((key) => ` + (v.${key} !== undefined)`);
    const only = `size(v) === ${keys.length - optional.length}${optional.join('')}`;
    return [`typeof v === 'object' && v !== null && !Array.isArray(v)`, only, ...fields].join(' && ');
  };

  const test = (schema: JsonSchema): string => {
    const unknown = Object.keys(schema).filter((keyword) => ![...known, ...forObjects].includes(keyword));
    if (unknown.length > 0) throw new Error(`the keyword ${unknown.join(', ')} is not written yet`);
    const { $ref, const: constant, enum: words, anyOf, oneOf, type, items, pattern } = schema;
    const choices = anyOf ?? oneOf;
    if ($ref !== undefined) return `${reference($ref)}(v)`;
    if (constant !== undefined) return `v === ${JSON.stringify(constant)}`;
    if (words !== undefined) return words.map((word) => `v === ${JSON.stringify(word)}`).join(' || ');
    if (choices !== undefined) return choices.map((choice) => `${call(choice)}(v)`).join(' || ');
    if (Array.isArray(type)) return type.map((each) => `(${test({ ...schema, type: each })})`).join(' || ');
    if (type === 'object') return objectTest(schema);
    if (type === 'array') return `Array.isArray(v) && v.every(${call(items)})`;
    if (type === 'null') return 'v === null';
    if (type === 'string' && pattern !== undefined) return `typeof v === 'string' && ${textTest(pattern)}`;
    if (type === 'string' || type === 'number' || type === 'boolean') return `typeof v === '${type}'`;
    throw new Error(`the type ${JSON.stringify(type)} is not written yet`);
  };

  const call = (schema: unknown): string => {
    if (!isSchema(schema)) throw new Error('a schema without a shape');
    return declare(test(schema));
  };

  const reference = (ref: string): string => call(root.$defs?.[ref.replace('#/$defs/', '')]);

  const main = call(root);
  return `${size}${functions.join('\n')}\nexport default ${main};\n`;
};
