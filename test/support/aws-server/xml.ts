/** A value by the member names of the API reference. null and undefined members are left out of the answer. */
export type AwsValue = string | number | boolean | null | undefined | AwsShape | readonly AwsValue[];

export interface AwsShape {
  readonly [member: string]: AwsValue;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

const structure = 3;
const list = 1;

/** A schema as the SDK publishes it: `[code, namespace, name, traits, …]`, sometimes behind a function. */
const resolve = (schema: unknown): readonly unknown[] => {
  const resolved: unknown = typeof schema === 'function' ? schema() : schema;
  return Array.isArray(resolved) ? resolved : [resolved];
};

interface Member {
  readonly element: string | null;
  readonly schema: unknown;
}

/** A member is a schema, or a pair of a schema and its traits. */
const memberOf = (schema: unknown): Member => {
  if (!Array.isArray(schema) || schema.length !== 2) return { element: null, schema };
  const [target, traits]: readonly unknown[] = schema;
  const named = typeof traits === 'object' && traits !== null && 'xmlName' in traits ? String(traits.xmlName) : null;
  return { element: named, schema: target };
};

const structureMember = (schema: readonly unknown[], name: string): Member => {
  const [, , shape, , names, members] = schema;
  const index = Array.isArray(names) ? names.indexOf(name) : -1;
  if (index < 0 || !Array.isArray(members)) throw new Error(`${String(shape)} has no member ${name}`);
  const member = memberOf(members[index]);
  return { element: member.element ?? name, schema: member.schema };
};

const isShape = (value: AwsValue): value is AwsShape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listContent = (schema: readonly unknown[], items: readonly AwsValue[]): string => {
  const member = memberOf(schema[4]);
  return items.map((item) => element(member.element ?? 'member', member.schema, item)).join('');
};

const content = (schema: unknown, value: AwsValue): string => {
  const resolved = resolve(schema);
  if (Array.isArray(value)) {
    if (resolved[0] !== list) throw new Error(`${String(resolved[2])} is not a list`);
    return listContent(resolved, value);
  }
  if (!isShape(value)) return escapeXml(String(value));
  if (resolved[0] !== structure) throw new Error(`${String(resolved[2])} is not a structure`);
  return Object.entries(value)
    .map(([name, part]) => ({ part, member: structureMember(resolved, name) }))
    .map(({ part, member }) => element(member.element ?? '', member.schema, part))
    .join('');
};

const element = (name: string, schema: unknown, value: AwsValue): string => {
  if (value === null || value === undefined) return '';
  const inside = content(schema, value);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
};

/**
 * Members of an answer as XML, with the element names of the SDK's published schema. A member that the schema lacks is
 * an error, so that a misspelt name cannot pass as a missing field.
 */
export const toXml = (schema: unknown, value: AwsShape): string => content(schema, value);
