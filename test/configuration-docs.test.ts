import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/cli/config.ts';
import { variableNames } from '../src/cli/environment.ts';
import { configSchema } from '../src/model/config.ts';
import { formats } from '../src/report/index.ts';
import { rules } from '../src/rules/index.ts';

const page = readFileSync('docs/configuration.md', 'utf8');
const schema = JSON.parse(readFileSync('schema/config.v1.json', 'utf8'));
const example = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
const ruleIds = rules.map(({ id }) => id);

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-example-'));
afterAll(() => rmSync(folder, { recursive: true }));

const faultsOf = (value: unknown): string[] => {
  const validate = new Ajv2020({ strict: false, allErrors: true, formats: { date: true } }).compile(schema);
  validate(value);
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
};

describe('docs/configuration.md', () => {
  it('has an example that is read as it stands', async () => {
    const path = join(folder, 'lambda-net-doctor.yaml');
    writeFileSync(path, example);
    const { signal } = new AbortController();
    const { questions, intent } = await readConfig({ path, named: 'lambda-net-doctor.yaml' }, ruleIds, signal);
    expect(questions).toHaveLength(2);
    expect(intent.expectations).toHaveLength(4);
    expect([...intent.levels.keys()]).toEqual(['nat-gateway-cross-az', 'subnet-low-free-ips']);
    expect(intent.ignores).toHaveLength(1);
  });

  it('has an example that shows every key and names the schema by its address', () => {
    const keys = Object.keys(configSchema({ rules: ruleIds, formats }).shape).filter((key) => key !== '$schema');
    expect(Object.keys(parse(example)).sort()).toEqual(keys.sort());
    expect(example).toContain(`$schema=${schema.$id}\n`);
    for (const key of keys) expect(page).toMatch(new RegExp(`^\\|.*\`${key}\``, 'm'));
  });

  it('names variables that exist', () => {
    const named = page.match(/LAMBDA_NET_DOCTOR_[A-Z_]*[A-Z]/g) ?? [];
    expect(named.filter((name) => !variableNames.includes(name))).toEqual([]);
  });
});

describe('schema/config.v1.json', () => {
  it('accepts the example', () => {
    expect(faultsOf(parse(example))).toEqual([]);
  });

  it.each([
    ['an unknown key', { tragets: ['internet'] }],
    ['a rule that does not exist', { rules: { 'single-ax': 'off' } }],
    ['a severity that does not exist', { rules: { 'single-az': 'fatal' } }],
    ['an entry without a reason', { ignore: [{ rule: 'single-az', function: '*' }] }],
    ['an expectation that does not exist', { functions: [{ name: '*', expect: { internet: 'yes' } }] }],
  ])('refuses %s', (_, value) => {
    expect(faultsOf(value)).not.toEqual([]);
  });
});
