import { describe, expect, test } from 'vitest';
import { invocationOf, parseCommandLine } from '../../src/cli/command-line.ts';
import type { Invocation, ReportOptions } from '../../src/cli/invocation.ts';
import { optionEntries } from '../../src/cli/option-table.ts';
import { UserError } from '../../src/errors.ts';
import { noIntent } from '../../src/model/intent.ts';

const ruleIds = ['blackhole-route', 'no-internet-route', 'single-az'];
const parse = (...argv: readonly string[]): Invocation => invocationOf(parseCommandLine(argv, {}), ruleIds, null);

const diagnosis = (...argv: readonly string[]) => {
  const invocation = parse(...argv);
  if (invocation.command !== 'diagnose') throw new Error(`it is ${invocation.command}`);
  return invocation;
};

const reportOf = (...argv: readonly string[]): ReportOptions => diagnosis(...argv).report;
const namesOf = (...argv: readonly string[]) => diagnosis(...argv).functions.map(({ asked }) => asked);

const refusal = (...argv: readonly string[]): { message: string; hint: string | null; exitCode: number } => {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${argv.join(' ')} was accepted`);
};

describe('functions', () => {
  test.each([
    { argv: ['--to', 'internet', 'orders-api'], names: ['orders-api'] },
    { argv: ['orders-api', '--to', 'internet'], names: ['orders-api'] },
    { argv: ['orders-api', '--to', 'internet', 'billing'], names: ['orders-api', 'billing'] },
    { argv: ['--rule', 'single-az', 'orders-api', '--output', 'json=a', 'billing'], names: ['orders-api', 'billing'] },
    { argv: ['--quiet', 'orders-api'], names: ['orders-api'] },
    { argv: ['--quiet', 'true'], names: ['true'] },
    { argv: ['--allow-unknown', 'false', '--verbose'], names: ['false'] },
    { argv: ['12345', '0x10', '1e3'], names: ['12345', '0x10', '1e3'] },
    { argv: ['a.b', '--format', 'json'], names: ['a.b'] },
    { argv: ['--quiet', '--', 'orders-api'], names: ['orders-api'] },
    { argv: ['orders-api', 'demo'], names: ['orders-api', 'demo'] },
    { argv: ['constructor', 'toString', '__proto__'], names: ['constructor', 'toString', '__proto__'] },
    { argv: ['orders-api', 'orders-api', 'orders-api:live'], names: ['orders-api', 'orders-api:live'] },
  ])('$argv asks about $names', ({ argv, names }) => {
    expect(namesOf(...argv)).toEqual(names);
  });

  test('none is named', () => {
    expect(refusal().message).toBe('no function is named');
    expect(refusal('--format', 'json').hint).toContain('lambda-net-doctor demo');
  });

  test('none needs to be named for a snapshot', () => {
    expect(diagnosis('--snapshot', 'a.json')).toMatchObject({
      functions: [],
      source: { kind: 'snapshot', file: 'a.json' },
    });
  });

  test.each([
    { argv: ['--snapshot', '-', 'f'], file: '-', names: ['f'] },
    { argv: ['f', '--snapshot=-'], file: '-', names: ['f'] },
  ])('$argv reads stdin', ({ argv, file, names }) => {
    expect(diagnosis(...argv).source).toEqual({ kind: 'snapshot', file });
    expect(namesOf(...argv)).toEqual(names);
  });

  test('an empty name is wrong use', () => {
    expect(refusal('').message).toBe('a function has an empty name');
  });
});

describe('values', () => {
  test('a bare run takes the defaults', () => {
    expect(diagnosis('orders-api')).toEqual({
      command: 'diagnose',
      functions: [{ asked: 'orders-api', name: 'orders-api', qualifier: null, region: null, account: null }],
      source: {
        kind: 'aws',
        region: null,
        profile: null,
        roleArn: null,
        endpointUrl: null,
        saveSnapshot: null,
        resolve: false,
        checkRole: false,
      },
      report: {
        questions: [{ target: { kind: 'internet' }, origin: 'default', askedBecause: 'always asked' }],
        intent: noIntent,
        detect: true,
        rules: null,
        format: 'table',
        outputs: [],
        quiet: false,
        verbose: false,
        color: 'auto',
      },
      failOn: 'error',
      allowUnknown: false,
    });
  });

  test('every option reaches its place', () => {
    const argv =
      'f --to internet --to internet --region eu-west-1 --profile dev --endpoint-url http://localhost:4566 ' +
      '--role-arn arn:aws:iam::123456789012:role/team/reader --save-snapshot s.json --format=sarif --output json=r=1.json ' +
      '--output table=t.txt --fail-on note --allow-unknown --rule single-az --rule single-az --rule blackhole-route ' +
      '--quiet --verbose --color never --qualifier live --no-detect --resolve --check-role';
    expect(diagnosis(...argv.split(' '))).toEqual({
      command: 'diagnose',
      functions: [{ asked: 'f:live', name: 'f', qualifier: 'live', region: null, account: null }],
      source: {
        kind: 'aws',
        region: 'eu-west-1',
        profile: 'dev',
        roleArn: 'arn:aws:iam::123456789012:role/team/reader',
        endpointUrl: 'http://localhost:4566',
        saveSnapshot: 's.json',
        resolve: true,
        checkRole: true,
      },
      report: {
        questions: [{ target: { kind: 'internet' }, origin: 'to', askedBecause: 'asked with --to' }],
        intent: noIntent,
        detect: false,
        rules: ['single-az', 'blackhole-route'],
        format: 'sarif',
        outputs: [
          { format: 'json', file: 'r=1.json' },
          { format: 'table', file: 't.txt' },
        ],
        quiet: true,
        verbose: true,
        color: 'never',
      },
      failOn: 'note',
      allowUnknown: true,
    });
  });

  test.each([
    ['s3', { kind: 'service', service: 's3' }],
    ['10.0.40.7:5432', { kind: 'addresses', text: '10.0.40.7:5432', cidr: '10.0.40.7/32', port: 5432 }],
    [
      'sqs.us-east-1.amazonaws.com',
      {
        kind: 'host',
        text: 'sqs.us-east-1.amazonaws.com',
        host: 'sqs.us-east-1.amazonaws.com',
        port: 443,
        service: { service: 'sqs', region: 'us-east-1' },
      },
    ],
    ['fsap-0a1b2c3d', { kind: 'file-system', text: 'fsap-0a1b2c3d', id: 'fsap-0a1b2c3d', port: 2049 }],
    ['fsap-0a1b2c3d:2050', { kind: 'file-system', text: 'fsap-0a1b2c3d:2050', id: 'fsap-0a1b2c3d', port: 2050 }],
  ])('--to %s is a target, and needs no --resolve', (text, target) => {
    expect(diagnosis('f', '--to', text).report.questions).toEqual([
      { target, origin: 'to', askedBecause: 'asked with --to' },
    ]);
  });

  test('a host name is a target with --resolve, and with a snapshot, which may hold its addresses', () => {
    const target = { kind: 'host', text: 'db.example.com:5432', host: 'db.example.com', port: 5432 };
    for (const more of [['--resolve'], ['--snapshot', 's.json']])
      expect(diagnosis('f', '--to', 'db.example.com:5432', ...more).report.questions).toMatchObject([{ target }]);
  });

  test('what a function itself names is asked about unless it is switched off', () => {
    expect(diagnosis('f', '--detect').report.detect).toBe(true);
    expect(diagnosis('f', '--no-detect').report.detect).toBe(false);
  });

  test('the region of an ARN is the region of the run', () => {
    const arn = 'arn:aws:lambda:eu-central-1:123456789012:function:f';
    expect(diagnosis(arn).source).toMatchObject({ region: 'eu-central-1' });
  });
});

describe('wrong use', () => {
  const arn = 'arn:aws:iam::123456789012:role/reader';
  test.each([
    { argv: 'f --formt json', says: 'unknown option --formt; did you mean --format?' },
    { argv: 'f --Region=x', says: 'unknown option --Region; did you mean --region?' },
    { argv: 'f --snapshto x', says: 'unknown option --snapshto; did you mean --snapshot?' },
    { argv: 'f -q', says: 'unknown option -q; did you mean --qualifier or --quiet?' },
    { argv: 'f -quiet', says: 'unknown option -quiet; did you mean --quiet?' },
    { argv: 'f --no-quiet', says: 'unknown option --no-quiet; did you mean --quiet?' },
    { argv: 'f --all', says: 'unknown option --all; did you mean --allow-unknown?' },
    { argv: 'f --confg x', says: 'unknown option --confg; did you mean --config?' },
    { argv: 'demo --config x', says: '--config means nothing to demo' },
    { argv: 'f --to.x=1', says: 'unknown option --to.x; did you mean --to?' },
    { argv: 'f --__proto__=1', says: 'unknown option --__proto__' },
    { argv: 'f --constructor 1', says: 'unknown option --constructor' },
    { argv: 'f --_ x', says: 'unknown option --_' },
    { argv: 'f -1', says: 'unknown option -1' },
    { argv: 'f --quiet=yes', says: '--quiet takes no value' },
    { argv: 'f --region', says: '--region needs a value' },
    { argv: 'f --region=', says: '--region needs a value' },
    { argv: 'f --region --quiet', says: '--region needs a value' },
    { argv: 'f --to', says: '--to needs a value' },
    { argv: 'f --format json --format json', says: '--format is given twice' },
    { argv: 'f --region eu-west-1 --region eu-west-2', says: '--region is given twice' },
    { argv: 'f --snapshot a --snapshot b', says: '--snapshot is given twice' },
    { argv: 'f --to s33', says: '--to s33: no AWS service is called so; did you mean s3?' },
    { argv: 'f --to db.example.com', says: '--to db.example.com: a host needs a port, as in db.example.com:5432' },
    { argv: 'f --to 10.0.40.7:0', says: '--to 10.0.40.7:0: 0 is not a port' },
    {
      argv: 'f --to db.example.com:5432',
      says: '--to db.example.com:5432: its addresses are not known, and names are not resolved unless you say so',
    },
    {
      argv: 'f --to orders.c1.eu-west-1.rds.amazonaws.com:5432',
      says: '--to orders.c1.eu-west-1.rds.amazonaws.com:5432: its addresses are not known, and names are not resolved unless you say so',
    },
    { argv: 'f --detect --no-detect', says: '--detect and --no-detect say the opposite' },
    { argv: '--snapshot a --resolve', says: '--resolve means nothing with --snapshot, which asks AWS nothing' },
    { argv: 'f --format jsn', says: '“jsn” is not a value of --format; did you mean json?' },
    { argv: 'f --format html', says: '“html” is not a value of --format' },
    { argv: 'f --fail-on errors', says: '“errors” is not a value of --fail-on; did you mean error?' },
    { argv: 'f --color yes', says: '“yes” is not a value of --color' },
    { argv: 'f --output json', says: '--output json names no file' },
    { argv: 'f --output json=', says: '--output json= names no file' },
    { argv: 'f --output json=-', says: '--output json=- names no file' },
    { argv: 'f --output html=x', says: '“html” is not a value of --output' },
    { argv: 'f --output json=x --output sarif=x', says: 'two reports cannot go into one file: x' },
    { argv: 'f --save-snapshot x --output json=x', says: 'a report and the snapshot cannot go into one file: x' },
    { argv: 'f --rule single-ax', says: 'unknown rule single-ax; did you mean single-az?' },
    { argv: 'f --rule qwerty', says: 'unknown rule qwerty' },
    { argv: 'f --region eu_west', says: '“eu_west” is not the name of a region' },
    { argv: 'f --region evil.example/', says: '“evil.example/” is not the name of a region' },
    { argv: 'f --qualifier a:b', says: '“a:b” is not a version or an alias' },
    { argv: 'f --role-arn reader', says: '“reader” is not the ARN of a role' },
    { argv: 'f --endpoint-url localhost:4566', says: 'the value of --endpoint-url is not a URL' },
    { argv: '--snapshot a --qualifier 3', says: '--qualifier needs the name of a function' },
    { argv: '--snapshot a --region eu-west-1', says: '--region means nothing with --snapshot, which asks AWS nothing' },
    {
      argv: `--snapshot a --role-arn ${arn}`,
      says: '--role-arn means nothing with --snapshot, which asks AWS nothing',
    },
    {
      argv: '--snapshot a --save-snapshot b',
      says: '--save-snapshot means nothing with --snapshot, which asks AWS nothing',
    },
    { argv: 'demo --region eu-west-1', says: '--region means nothing to demo' },
    { argv: 'demo --fail-on never', says: '--fail-on means nothing to demo' },
    { argv: 'demo a b', says: 'demo takes one word' },
    { argv: 'rules --quiet', says: '--quiet means nothing to rules' },
    { argv: 'rules x', says: 'rules takes no further word' },
    { argv: 'iam-policy x', says: 'iam-policy takes no further word' },
    { argv: 'explain', says: 'explain needs the id of a rule' },
    { argv: 'explain blackhole', says: 'unknown rule blackhole; did you mean blackhole-route?' },
  ])('$argv', ({ argv, says }) => {
    expect(refusal(...argv.split(' '))).toMatchObject({ message: says, exitCode: 2 });
  });

  test.each([
    ['--region', 'eu\u001b[31m'],
    ['--for\u001b[31mmat', 'x'],
    ['--to', 's3\u001b]0;title\u0007'],
    ['--rule', '\u202egnp'],
    ['--output', '\u0007=x'],
    ['\u001b[2Jf'],
  ])('control characters of an argument are not repeated (%j)', (...argv) => {
    expect(refusal('f', ...argv).message).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('a very long argument is refused at once', () => {
    expect(refusal('f', `--${'x'.repeat(100_000)}`).exitCode).toBe(2);
  });
});

describe('commands', () => {
  test.each([
    { argv: ['demo'], is: { command: 'demo', case: null } },
    { argv: ['--quiet', 'demo', 'healthy'], is: { command: 'demo', case: 'healthy', report: { quiet: true } } },
    { argv: ['explain', 'single-az'], is: { command: 'explain', rule: 'single-az' } },
    { argv: ['rules'], is: { command: 'rules' } },
    { argv: ['iam-policy'], is: { command: 'iam-policy' } },
    { argv: ['--help'], is: { command: 'help' } },
    { argv: ['f', '--region', 'x y', '--help'], is: { command: 'help' } },
    { argv: ['explain', '--help'], is: { command: 'help' } },
  ])('$argv', ({ argv, is }) => {
    expect(parse(...argv)).toMatchObject(is);
  });

  test('completion is not built, so it is the name of a function', () => {
    expect(namesOf('completion')).toEqual(['completion']);
  });

  test('a function that is called demo is asked for by its ARN', () => {
    expect(namesOf('123456789012:function:demo')).toEqual(['123456789012:function:demo']);
  });
});

test('every option is tried here', () => {
  expect([...optionEntries.keys()].sort()).toEqual(
    [
      ...[
        'to',
        'detect',
        'no-detect',
        'resolve',
        'check-role',
        'qualifier',
        'rule',
        'region',
        'profile',
        'role-arn',
        'endpoint-url',
        'snapshot',
        'save-snapshot',
        'config',
        'no-config',
      ],
      ...['format', 'output', 'quiet', 'verbose', 'color', 'fail-on', 'allow-unknown', 'help', 'version'],
    ].sort(),
  );
});

test('a report option given to a report reaches it', () => {
  expect(reportOf('f', '--color', 'always').color).toBe('always');
});
