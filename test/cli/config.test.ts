import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/cli/config.ts';
import { UserError } from '../../src/errors.ts';
import { type Intent, noIntent } from '../../src/model/intent.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ruleIds = ['blackhole-route', 'no-internet-route', 'single-az'];
const { signal } = new AbortController();

const read = (content: string | Buffer, named = 'lambda-net-doctor.yaml') => {
  const path = join(folder, named);
  writeFileSync(path, content);
  return readConfig({ path, named }, ruleIds, signal);
};

const refusal = async (content: string | Buffer, named?: string): Promise<string> => {
  try {
    await read(content, named);
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
};

const intentOf = async (text: string): Promise<Intent> => (await read(text)).intent;

describe('what a configuration says', () => {
  test('targets are asked of every function', async () => {
    const { questions } = await read('targets:\n  - internet\n  - 10.0.40.7:5432\n');
    expect(questions).toEqual([
      { target: { kind: 'internet' }, origin: 'to', askedBecause: 'asked by lambda-net-doctor.yaml:2' },
      {
        target: { kind: 'addresses', text: '10.0.40.7:5432', cidr: '10.0.40.7/32', port: 5432 },
        origin: 'to',
        askedBecause: 'asked by lambda-net-doctor.yaml:3',
      },
    ]);
  });

  test('expectations come in the order of the file, each with the line that says it', async () => {
    const { expectations } = await intentOf(
      [
        'functions:',
        '  - name: orders-*',
        '    expect:',
        '      internet: required',
        '      db.example.com:5432: any',
        '  - name: "*"',
        '    expect: { "[2001:db8::7]:443": forbidden }',
      ].join('\n'),
    );
    expect(
      expectations.map(({ functions, question: { target, origin, askedBecause } }) => [
        functions,
        target.kind,
        origin,
        askedBecause,
      ]),
    ).toEqual([
      ['orders-*', 'internet', 'required', 'required by lambda-net-doctor.yaml:4'],
      ['orders-*', 'host', 'any', 'asked by lambda-net-doctor.yaml:5'],
      ['*', 'addresses', 'forbidden', 'forbidden by lambda-net-doctor.yaml:7'],
    ]);
  });

  test('severities and accepted findings', async () => {
    const { levels, ignores } = await intentOf(
      [
        'rules: { single-az: off, blackhole-route: warning }',
        'ignore:',
        '  - rule: single-az',
        '    function: batch-*',
        '    reason: one zone is enough for a batch job',
        '    until: 2027-03-31',
        '  - { rule: blackhole-route, function: "*", resource: rtb-0a, reason: " known " }',
      ].join('\n'),
    );
    expect([...levels]).toEqual([
      ['single-az', 'off'],
      ['blackhole-route', 'warning'],
    ]);
    expect(ignores).toEqual([
      {
        ruleId: 'single-az',
        functions: 'batch-*',
        resource: null,
        reason: 'one zone is enough for a batch job',
        until: '2027-03-31',
        writtenIn: 'lambda-net-doctor.yaml:3',
      },
      {
        ruleId: 'blackhole-route',
        functions: '*',
        resource: 'rtb-0a',
        reason: 'known',
        until: null,
        writtenIn: 'lambda-net-doctor.yaml:7',
      },
    ]);
  });

  test('defaults of options', async () => {
    const { defaults } = await read('failOn: note\nallowUnknown: false\nformat: sarif\n');
    expect([...defaults.values]).toEqual([
      ['format', ['sarif']],
      ['fail-on', ['note']],
      ['allow-unknown', ['false']],
    ]);
  });

  test.each([
    ['nothing', ''],
    ['comments alone', '# nothing yet\n'],
    ['an empty document', '---\n'],
  ])('%s', async (_, text) => {
    const { questions, intent, defaults } = await read(text);
    expect({ questions, intent, defaults: defaults.values.size }).toEqual({
      questions: [],
      intent: noIntent,
      defaults: 0,
    });
  });

  test('JSON, with tabs and a mark of the byte order', async () => {
    const { questions } = await read('\ufeff{\n\t"targets": ["internet"]\n}\n', 'lambda-net-doctor.json');
    expect(questions[0]?.askedBecause).toBe('asked by lambda-net-doctor.json:2');
  });

  test('lines of Windows are counted as lines', async () => {
    const { questions } = await read('failOn: never\r\ntargets:\r\n  - internet\r\n');
    expect(questions[0]?.askedBecause).toBe('asked by lambda-net-doctor.yaml:3');
  });

  test('an anchor and its aliases', async () => {
    const { expectations } = await intentOf(
      'functions:\n  - name: a\n    expect: &shut { internet: forbidden }\n  - name: b\n    expect: *shut\n',
    );
    expect(expectations.map(({ functions }) => functions)).toEqual(['a', 'b']);
  });
});

describe('what is wrong is said with its place', () => {
  const ignore = (line: string): string => `ignore:\n  - { rule: single-az, function: x, ${line} }\n`;

  test.each([
    ['tragets: [internet]', '1:1: unknown key tragets; did you mean targets?'],
    ['failOn: never\nfunctions:\n  - nam: x\n    expect: {}', '3:5: unknown key nam; did you mean name?'],
    ['ignore:\n  - rule: single-az\n    function: x\n    reson: y', '4:5: unknown key reson; did you mean reason?'],
    ['ignore:\n  - rule: single-az\n    function: x', '2:5: ignore[0].reason is missing'],
    [ignore('reason: "  "'), '2:45: ignore[0].reason is empty'],
    [ignore('reason: y, until: 2026-02-30'), '2:55: ignore[0].until is not a day such as 2027-03-31'],
    [ignore('reason: y, until: soon'), '2:55: ignore[0].until is not a day such as 2027-03-31'],
    ['rules:\n  single-ax: off', '2:3: unknown rule single-ax; did you mean single-az?'],
    ['rules:\n  single-az: eror', '2:14: “eror” is not a value of rules.single-az; did you mean error?'],
    ['rules:\n  single-az: 3', '2:14: rules.single-az is not one of its words; it can be error, warning, note, off'],
    [
      'functions:\n  - name: x\n    expect:\n      internet: yes',
      '4:17: “yes” is not a value of functions[0].expect.internet; it can be required, forbidden, any',
    ],
    ['functions:\n  - name: x\n    expect:\n      s33: any', '4:7: s33: no AWS service is called so; did you mean s3?'],
    ['functions:\n  - name: x\n    expect: { "": any }', '3:15: functions[0].expect has an empty key'],
    ['functions:\n  - name: ""\n    expect: {}', '2:11: functions[0].name is empty'],
    ['functions: {}', '1:12: functions is not a list'],
    ['targets: internet', '1:10: targets is not a list'],
    ['targets: [internet, 443]', '1:21: targets[1] is not text'],
    ['targets: [db.example.com]', '1:11: db.example.com: a host needs a port, as in db.example.com:5432'],
    ['failOn: errors', '1:9: “errors” is not a value of failOn; did you mean error?'],
    ['format: jsn', '1:9: “jsn” is not a value of format; did you mean json?'],
    ['allowUnknown: yes', '1:15: allowUnknown is not true or false'],
    ['- internet', '1:1: it is not a mapping'],
    ['internet', '1:1: it is not a mapping'],
  ])('%j', async (text, says) => {
    expect(await refusal(text)).toBe(`lambda-net-doctor.yaml:${says}`);
  });

  test('of several things the first in the file', async () => {
    expect(await refusal('failOn: x\nallowUnknown: x\n')).toMatch(/^lambda-net-doctor\.yaml:1:9: /);
    expect(await refusal('allowUnknown: x\nfailOn: x\n')).toMatch(/^lambda-net-doctor\.yaml:1:15: /);
  });
});

describe('hostile files', () => {
  test.each([
    ['a tab that indents', 'functions:\n\t- name: a\n', '2:1: not YAML: Tabs are not allowed as indentation'],
    ['a key twice', 'failOn: error\nfailOn: never\n', '2:1: not YAML: Map keys must be unique'],
    ['two documents', 'failOn: never\n---\nfailOn: error\n', '2:1: not YAML: it holds more than one document'],
    [
      'a star without quotes',
      'functions:\n  - name: *-api\n',
      '2:11: not YAML: a text that begins with * stands in quotes',
    ],
    ['a star alone', 'functions:\n  - name: *\n', '2:11: not YAML: a text that begins with * stands in quotes'],
    ['a key that every object has', '__proto__: { failOn: never }\n', '1:1: not YAML: unknown key __proto__'],
    ['a tag', 'targets: !!js/function x\n', '1:10: not YAML: Unresolved tag: tag:yaml.org,2002:js/function'],
    ['a circle of aliases', 'targets: &a [*a]\n', '1:13: targets[0] is not text'],
    [
      'the words of YAML 1.1',
      '%YAML 1.1\n---\nallowUnknown: yes\nfailOn: no\n',
      '4:9: failOn is not one of its words; it can be error, warning, note, never',
    ],
    ['the name of a method', 'constructor: 1\n', '1:1: unknown key constructor'],
    ['escape sequences', '"tra\\x1b[31m\\u202egets": 1\n', '1:1: unknown key tragets'],
  ])('%s', async (_, text, says) => {
    expect(await refusal(text)).toBe(`lambda-net-doctor.yaml:${says}`);
  });

  test('JSON that is cut off', async () => {
    expect(await refusal('{"failOn": ', 'cut.json')).toMatch(/^cut\.json:1:\d+: not JSON: /);
  });

  test('aliases of aliases that would fill the memory', async () => {
    const ten = (name: string): string => `[${Array(10).fill(name).join(',')}]`;
    const lines = [
      'a: &a [x]',
      ...[...'bcdefghij'].map((name, index) => `${name}: &${name} ${ten(`*${'abcdefghi'[index]}`)}`),
    ];
    expect(await refusal(lines.join('\n'))).toBe('lambda-net-doctor.yaml:1:1: not YAML: it has too many aliases');
  });

  test.each([
    ['open lists', '['.repeat(200_000)],
    ['nested lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('%s', async (_, text) => {
    expect(await refusal(text)).toMatch(/^lambda-net-doctor\.yaml:1:\d+: not YAML: it is nested too deeply$/);
  });

  test.each([
    ['larger than any configuration', Buffer.alloc(600 * 1024, '#\n'), 'is larger than 512 KiB and no configuration'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'is not text in UTF-8, so it is no configuration'],
    ['UTF-16', Buffer.from('\ufefffailOn: never\n', 'utf16le'), 'is not text in UTF-8, so it is no configuration'],
    ['a zero byte', Buffer.from('failOn: \0never\n'), 'is not text in UTF-8, so it is no configuration'],
  ])('%s', async (_, bytes, says) => {
    expect(await refusal(bytes)).toBe(`lambda-net-doctor.yaml ${says}`);
  });

  test.each([
    ['a folder', (path: string) => mkdirSync(path), 'it is a folder'],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere', path), 'there is no such file or folder'],
    ['a link to itself', (path: string) => symlinkSync(path, path), 'its links go in a circle'],
  ])('%s', async (name, make, words) => {
    const named = `${name.replaceAll(' ', '-')}.yaml`;
    make(join(folder, named));
    const reading = readConfig({ path: join(folder, named), named }, ruleIds, signal);
    await expect(reading).rejects.toThrow(new UserError(`${named} cannot be read: ${words}`));
  });
});
