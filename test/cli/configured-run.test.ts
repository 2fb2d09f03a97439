import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ReportDocument } from '../../src/model/report.ts';
import { runCli } from '../support/run-cli.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const healthy = fixture('healthy.json');
const blackhole = fixture('blackhole-in-one-zone/snapshot.json');
const denied = fixture('denied-nat-gateways/snapshot.json');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-configured-'));
  mkdirSync(join(folder, 'inner'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const expecting = (what: string): string => `functions:\n  - name: orders-*\n    expect: { internet: ${what} }\n`;

const accept = (until: string): string =>
  `ignore:\n  - { rule: blackhole-route, function: orders-api, reason: being mended, until: ${until} }\n`;

/** Runs in a folder below the one that holds the configuration. */
const run = (config: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  writeFileSync(join(folder, 'lambda-net-doctor.yaml'), config);
  return runCli(argv, { cwd: join(folder, 'inner'), env });
};

describe('the exit code follows what is expected', () => {
  test.each([
    { what: 'required', of: 'a healthy network', snapshot: healthy, code: 0 },
    { what: 'required', of: 'a network that fails sometimes', snapshot: blackhole, code: 1 },
    { what: 'required', of: 'a network that cannot be told', snapshot: denied, code: 3 },
    { what: 'forbidden', of: 'a healthy network', snapshot: healthy, code: 1 },
    { what: 'forbidden', of: 'a network that works sometimes', snapshot: blackhole, code: 1 },
    { what: 'forbidden', of: 'a network that cannot be told', snapshot: denied, code: 3 },
    { what: 'any', of: 'a network that fails sometimes', snapshot: blackhole, code: 0 },
    { what: 'any', of: 'a network that cannot be told', snapshot: denied, code: 0 },
  ])('$what, and $of: $code', async ({ what, snapshot, code }) => {
    const { exitCode, stderr } = await run(expecting(what), ['--snapshot', snapshot]);
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: '' });
  });

  test('--to does not lift what is forbidden', async () => {
    expect((await run(expecting('forbidden'), ['--snapshot', healthy, '--to', 'internet'])).exitCode).toBe(1);
  });

  test('--allow-unknown lifts 3 and not 1', async () => {
    const allowed = `${expecting('forbidden')}allowUnknown: true\n`;
    expect((await run(allowed, ['--snapshot', denied])).exitCode).toBe(0);
    expect((await run(allowed, ['--snapshot', healthy])).exitCode).toBe(1);
    const overruled = { LAMBDA_NET_DOCTOR_ALLOW_UNKNOWN: 'false' };
    expect((await run(allowed, ['--snapshot', denied], overruled)).exitCode).toBe(3);
  });

  test('an accepted finding is no reason to fail, until its last day is over', async () => {
    expect((await run(accept('2026-10-05'), ['--snapshot', blackhole])).exitCode).toBe(0);
    expect((await run(accept('2026-10-04'), ['--snapshot', blackhole])).exitCode).toBe(1);
  });

  test('severities and --fail-on of the file', async () => {
    const config = 'rules: { inconsistent-subnet-egress: note, blackhole-route: note }\n';
    expect((await run(config, ['--snapshot', blackhole, '--fail-on', 'warning'])).exitCode).toBe(0);
    expect((await run(`${config}failOn: note\n`, ['--snapshot', blackhole])).exitCode).toBe(1);
  });
});

describe('the reports', () => {
  test('json says what was expected and lists what is accepted', async () => {
    const config = `${expecting('required')}${accept('2027-01-31')}`;
    const { stdout } = await run(config, ['--snapshot', blackhole, '--format', 'json']);
    const { functions, summary } = ReportDocument.parse(JSON.parse(stdout));
    expect(functions[0]?.answers[0]).toMatchObject({
      target: 'internet',
      expected: 'required',
      askedBecause: `required by ${join('..', 'lambda-net-doctor.yaml')}:3`,
    });
    expect(functions[0]?.ignored).toMatchObject([
      { finding: { ruleId: 'blackhole-route', severity: 'error' }, reason: 'being mended', until: '2027-01-31' },
    ]);
    expect(summary).toMatchObject({ errors: 0, ignored: 1 });
  });

  test('the table counts what is accepted and marks a forbidden target that is reached', async () => {
    const { stdout: accepted } = await run(accept('2027-01-31'), ['--snapshot', blackhole]);
    expect(accepted).toContain('Ignored as the configuration says: 1 finding (blackhole-route).');
    const { stdout: reached } = await run(expecting('forbidden'), ['--snapshot', healthy]);
    expect(reached).toContain('✗ Forbidden: orders-api reaches the internet from all 3 of its subnets.');
    expect(reached).toMatch(/private-a \S+ +│ eu-west-1a │ ✗ yes/);
    expect(reached).toContain('error[forbidden-target-reachable]');
  });

  test('sarif has no result for what is accepted, which GitHub would open as an alert, and a notification', async () => {
    const { stdout } = await run(accept('2027-01-31'), ['--snapshot', blackhole, '--format', 'sarif']);
    const [{ results, invocations }] = JSON.parse(stdout).runs;
    expect(results.map(({ ruleId }: { readonly ruleId: string }) => ruleId)).toEqual(['inconsistent-subnet-egress']);
    expect(invocations[0].executionSuccessful).toBe(true);
    expect(invocations[0].toolExecutionNotifications).toMatchObject([
      { descriptor: { id: 'ignored' }, level: 'note', message: { text: expect.stringMatching(/being mended\.$/) } },
    ]);
  });

  test('the format of the file', async () => {
    const { stdout } = await run('format: json\n', ['--snapshot', healthy]);
    expect(JSON.parse(stdout).schemaVersion).toBe(1);
  });
});

describe('a broken configuration', () => {
  test('is wrong use, with file, line and column, and nothing on stdout', async () => {
    const { exitCode, stdout, stderr } = await run('failOn: error\ntragets: [internet]\n', ['--snapshot', healthy]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    const [first, ...others] = stderr.split('\n');
    expect(first).toBe(`error ${join('..', 'lambda-net-doctor.yaml')}:2:1: unknown key tragets; did you mean targets?`);
    expect(others.join('\n')).toMatch(/^ {2}what it can hold: https:\S+\n$/);
  });

  test.each([[['--help']], [['rules']], [['demo', '--quiet']], [['--snapshot', healthy, '--no-config']]])(
    'does not matter to %j',
    async (argv) => {
      expect((await run('tragets: []\n', argv)).exitCode).toBe(0);
    },
  );

  test('a file that --config names has to be there', async () => {
    const { exitCode, stderr } = await runCli(['--snapshot', healthy, '--config', 'none.yaml'], { cwd: folder });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'error none.yaml cannot be read: there is no such file or folder\n',
    });
  });

  test('a saved snapshot and the same file give the same report byte for byte', async () => {
    const text = readFileSync(healthy, 'utf8');
    const argv = ['--snapshot', '-', '--format', 'json'];
    writeFileSync(join(folder, 'lambda-net-doctor.yaml'), expecting('forbidden'));
    const [one, other] = await Promise.all([1, 2].map(() => runCli(argv, { cwd: folder, stdin: text })));
    expect(one?.stdout).toBe(other?.stdout);
  });
});
