import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A schema that is true for everything; z.toJSONSchema writes it for values without a shape. */
const isSchema = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null;

/** A loop takes half the time of Object.keys with a function for each key, and an account has thousands of objects. */
const hasOnly = `const hasOnly = (v, keys) => {
  for (const key in v) if (!keys.has(key)) return false;
  return true;
};
`;

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
    const names = `new Set(${JSON.stringify(keys)})`;
    functions.push(`const k${functions.length} = ${names};`);
    const only = `hasOnly(v, k${functions.length - 1})`;
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
    if (type === 'string' && pattern !== undefined)
      return `typeof v === 'string' && ${new RegExp(pattern, 'u').toString()}.test(v)`;
    if (type === 'string' || type === 'number' || type === 'boolean') return `typeof v === '${type}'`;
    throw new Error(`the type ${JSON.stringify(type)} is not written yet`);
  };

  const call = (schema: unknown): string => {
    if (!isSchema(schema)) throw new Error('a schema without a shape');
    return declare(test(schema));
  };

  const reference = (ref: string): string => call(root.$defs?.[ref.replace('#/$defs/', '')]);

  const main = call(root);
  return `${hasOnly}${functions.join('\n')}\nexport default ${main};\n`;
};
