import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

const faultsOf = (schema: string, document: unknown): string[] => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validate = ajv.compile(read(`schema/${schema}`));
  validate(document);
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
};

const symptoms = readdirSync(`${root}fixtures`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('schema/snapshot.v1.json', () => {
  it('refuses an id of another kind', () => {
    const text = JSON.stringify(read('fixtures/healthy.json'));
    const broken = JSON.parse(text.replace('"id":"subnet-', '"id":"vpc-'));
    expect(faultsOf('snapshot.v1.json', broken)).not.toEqual([]);
  });

  it('refuses a field that is not known', () => {
    expect(faultsOf('snapshot.v1.json', { ...read('fixtures/healthy.json'), environment: {} })).not.toEqual([]);
  });

  it.each(['healthy.json', ...symptoms.map((name) => `${name}/snapshot.json`)])('accepts fixtures/%s', (file) => {
    expect(faultsOf('snapshot.v1.json', read(`fixtures/${file}`))).toEqual([]);
  });
});

describe('schema/report.v1.json', () => {
  it('refuses a verdict that does not exist', () => {
    const [name] = symptoms;
    const text = JSON.stringify(read(`fixtures/${name}/report.json`));
    const broken = JSON.parse(text.replace('"verdict":"', '"verdict":"probably '));
    expect(faultsOf('report.v1.json', broken)).not.toEqual([]);
  });

  it.each(symptoms)('accepts the report of fixtures/%s', (name) => {
    expect(faultsOf('report.v1.json', read(`fixtures/${name}/report.json`))).toEqual([]);
  });
});
