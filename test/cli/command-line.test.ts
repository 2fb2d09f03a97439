import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { optionEntries } from '../../src/cli/option-table.ts';
import { version } from '../../src/cli/version.ts';
import { actions } from '../../src/model/actions.ts';
import { ReportDocument } from '../../src/model/report.ts';
import { rules } from '../../src/rules/index.ts';
import { cliFile, runCli } from '../support/run-cli.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const healthy = fixture('healthy.json');
const blackhole = fixture('blackhole-in-one-zone/snapshot.json');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reportIn = (text: string) => ReportDocument.parse(JSON.parse(text));

describe('pages', () => {
  test('--version is one line', async () => {
    expect(await runCli(['--version'])).toMatchObject({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('--help names every option, fits 80 columns and goes to stdout', async () => {
    const { exitCode, stdout, stderr } = await runCli(['orders-api', '--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const [option] of optionEntries) expect(stdout).toMatch(new RegExp(`^  --${option}\\b`, 'm'));
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('rules has one line for each rule', async () => {
    const { exitCode, stdout } = await runCli(['rules']);
    expect(exitCode).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(rules.map(({ id }) => id));
  });

  test('explain tells all that a rule says about itself, in 80 columns', async () => {
    for (const rule of rules.slice(0, 3)) {
      const { exitCode, stdout } = await runCli(['explain', rule.id]);
      expect(exitCode).toBe(0);
      const words = stdout.replace(/\s+/g, ' ');
      for (const text of [rule.id, rule.severity, rule.title, rule.symptom, rule.why, rule.fix, rule.traps]) {
        expect(words).toContain(text.replace(/\s+/g, ' '));
      }
      expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes('https://'))).toEqual([]);
    }
  });

  test('iam-policy is a policy that lets a run read and nothing else', async () => {
    const { exitCode, stdout } = await runCli(['iam-policy']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'LambdaNetDoctorReads', Effect: 'Allow', Action: [...actions], Resource: '*' }],
    });
    for (const action of actions)
      expect(action).toMatch(
        /^((ec2|elasticfilesystem|lambda):(Describe|Get|List|Search)[A-Z]|iam:SimulatePrincipalPolicy$)/,
      );
    expect(actions).not.toContain('lambda:GetFunction');
  });
});

describe('wrong use', () => {
  test.each([
    {
      argv: ['orders-api', '--formt', 'json'],
      says: 'error unknown option --formt; did you mean --format?\n  see: lambda-net-doctor --help\n',
    },
    {
      argv: ['orders-api', '--to', 'db.example.com:5432'],
      says:
        'error --to db.example.com:5432: its addresses are not known, and names are not resolved unless you say so\n' +
        '  add --resolve, which asks DNS from this machine, or name an address, as in 10.0.40.7:5432\n',
    },
    {
      argv: ['--snapshot', 'none.json'],
      says: 'error none.json cannot be read: there is no such file or folder\n',
    },
  ])('$argv is said in one sentence', async ({ argv, says }) => {
    expect(await runCli(argv)).toMatchObject({ exitCode: 2, stdout: '', stderr: says });
  });

  test('the language of the machine does not matter', async () => {
    const { stderr } = await runCli(['orders-api', '--region'], {
      env: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    });
    expect(stderr).toBe('error --region needs a value\n  see: lambda-net-doctor --help\n');
  });
});

describe('--snapshot', () => {
  test('a healthy network: 0, and every function of the file', async () => {
    const { exitCode, stdout, stderr } = await runCli(['--snapshot', healthy, '--format', 'json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(reportIn(stdout).functions.map(({ name }) => name)).toEqual(['orders-api']);
  });

  test('needs no region, no credentials and no network', async () => {
    const env = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_REGION: undefined };
    expect(await runCli(['--snapshot', healthy], { env })).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('reads stdin', async () => {
    const { exitCode } = await runCli(['--snapshot', '-', '--quiet'], { stdin: readFileSync(healthy, 'utf8') });
    expect(exitCode).toBe(0);
  });

  test('a broken network: 1 whatever the format, 0 with --fail-on never', async () => {
    for (const format of ['table', 'json', 'sarif']) {
      expect(await runCli(['--snapshot', blackhole, '--format', format])).toMatchObject({ exitCode: 1, stderr: '' });
    }
    expect((await runCli(['--snapshot', blackhole, '--fail-on', 'never'])).exitCode).toBe(0);
  });

  test('a name that the file lacks: 2 with near names, and the others are reported', async () => {
    const argv = ['--snapshot', healthy, '--format', 'json', 'orders-ap', 'orders-api'];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(2);
    expect(reportIn(stdout).functions.map(({ name }) => name)).toEqual(['orders-api']);
    expect(stderr).toMatch(/^error .*orders-ap.*orders-api.*\n$/);
  });

  test('--rule limits the findings and not the answers', async () => {
    const { exitCode, stdout } = await runCli(['--snapshot', blackhole, '--format', 'json', '--rule', 'single-az']);
    expect(exitCode).toBe(0);
    const [report] = reportIn(stdout).functions;
    expect(report?.findings).toEqual([]);
    expect(report?.answers.map(({ verdict }) => verdict)).toEqual(['partial']);
  });

  test('the same file gives the same report byte for byte', async () => {
    const argv = ['--snapshot', blackhole, '--format', 'sarif'];
    expect((await runCli(argv)).stdout).toBe((await runCli(argv)).stdout);
  });
});

describe('demo', () => {
  test('diagnoses a broken network and succeeds all the same', async () => {
    const { exitCode, stdout, stderr } = await runCli(['demo']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('error[');
    expect(stderr).toMatch(/^demo blackhole-in-one-zone: a built-in network.*healthy.*\n$/);
  });

  test('says the same as --snapshot about the same network, and another thing once a fact changes', async () => {
    const { stdout: shown } = await runCli(['demo', 'blackhole-in-one-zone', '--format', 'json']);
    const { stdout: read } = await runCli(['--snapshot', blackhole, '--format', 'json']);
    expect(shown).toBe(read);
    const cutOff = reportIn(shown).functions[0]?.answers[0]?.subnets.find(({ verdict }) => verdict === 'blocked');
    const network = JSON.parse(readFileSync(blackhole, 'utf8'));
    const [{ network: attachment }] = network.sections.functions.items;
    attachment.subnetIds = attachment.subnetIds.filter((id: string) => id !== cutOff?.subnetId);
    expect(attachment.subnetIds).toHaveLength(2);
    const file = join(folder, 'without-the-third-subnet.json');
    writeFileSync(file, JSON.stringify(network));
    const { stdout: afterwards } = await runCli(['--snapshot', file, '--format', 'json']);
    expect(reportIn(shown).summary.errors).toBe(1);
    expect(reportIn(afterwards).summary.errors).toBe(0);
  });

  test('an unknown case lists the cases', async () => {
    const { exitCode, stdout, stderr } = await runCli(['demo', 'helthy']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('error there is no built-in network helthy; did you mean healthy?\n  there are: ');
    expect(stderr).toContain('blackhole-in-one-zone');
  });
});

describe('--output', () => {
  test('writes further reports of the same run, without colour', async () => {
    const argv = ['--snapshot', blackhole, '--color', 'always'];
    for (const format of ['table', 'json', 'sarif']) argv.push('--output', `${format}=${join(folder, format)}`);
    const { stdout } = await runCli(argv);
    expect(stdout).toContain('\u001b[');
    expect(readdirSync(folder).sort()).toEqual(['json', 'sarif', 'table']);
    expect(reportIn(readFileSync(join(folder, 'json'), 'utf8')).summary.errors).toBe(1);
    expect(readFileSync(join(folder, 'table'), 'utf8')).not.toContain('\u001b');
  });

  test.each([
    { run: 'that is wrong use', argv: ['--snapshot', 'none.json'] },
    { run: 'of a file that is no snapshot', argv: ['--snapshot', fileURLToPath(import.meta.url)] },
    { run: 'with another output that cannot be written', argv: ['--snapshot', healthy, '--output', 'json=none/a'] },
  ])('is untouched by a run $run', async ({ argv }) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, 'from yesterday');
    const { exitCode, stdout } = await runCli([...argv, '--output', `json=${file}`]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe('from yesterday');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });
});

describe('AWS cannot be asked', () => {
  const nowhere = ['orders-api', '--endpoint-url', 'http://127.0.0.1:1'];

  test('json and sarif are valid documents and the exit code is 3, with --allow-unknown too', async () => {
    const file = join(folder, 'report.json');
    const argv = [...nowhere, '--format', 'sarif', '--output', `json=${file}`, '--allow-unknown'];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^error [^\n]+\n {2}[^\n]+\n$/);
    const [run] = JSON.parse(stdout).runs;
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(reportIn(readFileSync(file, 'utf8'))).toMatchObject({
      region: 'eu-west-1',
      functions: [],
      unavailable: [{ action: 'lambda:GetFunctionConfiguration', reason: 'not read' }],
    });
  });

  test('a table says it once, on stderr', async () => {
    const argv = [...nowhere, '--save-snapshot', join(folder, 's.json'), '--output', `table=${join(folder, 't')}`];
    expect(await runCli(argv)).toMatchObject({ exitCode: 3, stdout: '' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('streams', () => {
  const start = (
    argv: readonly string[],
    stdout: 'pipe' | number = 'pipe',
    env: NodeJS.ProcessEnv = {},
  ): ChildProcess =>
    spawn(process.execPath, [cliFile, ...argv], {
      stdio: ['pipe', stdout, 'pipe'],
      env: { PATH: process.env['PATH'], ...env },
    });
  const errorsOf = async (child: ChildProcess): Promise<{ exitCode: number | null; stderr: string }> => {
    const parts: string[] = [];
    child.stderr?.on('data', (part) => parts.push(String(part)));
    const [exitCode] = await once(child, 'close');
    return { exitCode, stderr: parts.join('') };
  };

  test.each([
    { argv: ['--snapshot', blackhole, '--verbose'], exitCode: 1 },
    { argv: ['--help'], exitCode: 0 },
    { argv: ['--version'], exitCode: 0 },
  ])('a reader that is gone ends $argv quietly', async ({ argv, exitCode }) => {
    const child = start(argv);
    child.stdout?.destroy();
    expect(await errorsOf(child)).toEqual({ exitCode, stderr: '' });
  });

  test('a reader that goes away in the middle ends it quietly', async () => {
    const functions = Array.from({ length: 400 }, () => JSON.parse(readFileSync(blackhole, 'utf8')));
    const [network] = functions;
    network.sections.functions.items = functions.map((each, index) => {
      const [item] = each.sections.functions.items;
      return { ...item, name: `orders-${index}`, arn: `${item.arn}-${index}` };
    });
    const file = join(folder, 'many.json');
    writeFileSync(file, JSON.stringify(network));
    const child = start(['--snapshot', file, '--format', 'json', '--verbose']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await errorsOf(child)).toEqual({ exitCode: 1, stderr: '' });
  });

  test('a full disk under stdout is said', async () => {
    const child = start(['--snapshot', healthy], openSync('/dev/full', 'w'));
    expect(await errorsOf(child)).toEqual({
      exitCode: 2,
      stderr: 'error the report cannot be written to stdout: no space is left on the device\n',
    });
  });

  test('an interrupt while a file is read ends with 130 and one line, and leaves no file', async () => {
    const file = join(folder, 'report.json');
    const child = start(['--snapshot', '-', '--output', `json=${file}`]);
    const ended = errorsOf(child);
    // More than fits into a pipe, so that the program is known to read.
    await new Promise((resolve) => child.stdin?.write(' '.repeat(4_000_000), resolve));
    child.kill('SIGINT');
    expect(await ended).toEqual({ exitCode: 130, stderr: 'interrupted; nothing was changed\n' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an interrupt while AWS is asked ends with 130 and one line, and leaves no file', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const files = ['--save-snapshot', join(folder, 's.json'), '--output', `json=${join(folder, 'r.json')}`];
    const env = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'eu-west-1' };
    const child = start(['orders-api', '--endpoint-url', url, ...files], 'pipe', env);
    const ended = errorsOf(child);
    await once(silent, 'request');
    child.kill('SIGINT');
    expect(await ended).toEqual({ exitCode: 130, stderr: 'interrupted; nothing was changed\n' });
    expect(readdirSync(folder)).toEqual([]);
    silent.closeAllConnections();
    silent.close();
  });

  test('an error that nobody caught ends with 70 and without its message', async () => {
    const preload = join(folder, 'throw-later.cjs');
    writeFileSync(preload, "setTimeout(() => { throw new TypeError('planted-secret'); }, 300);");
    const child = start(['--snapshot', '-'], 'pipe', { NODE_OPTIONS: `--require=${preload}` });
    const { exitCode, stderr } = await errorsOf(child);
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/^error this is a bug of lambda-net-doctor [\d.]+: TypeError\n/);
    expect(stderr).not.toContain('planted-secret');
  });

  test('--color auto writes no escape sequence into a pipe', async () => {
    expect((await runCli(['--snapshot', blackhole])).stdout).not.toContain('\u001b');
    expect((await runCli(['--snapshot', blackhole], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
    const never = await runCli(['--snapshot', blackhole, '--color', 'never'], { env: { FORCE_COLOR: '1' } });
    expect(never.stdout).not.toContain('\u001b');
  });
});

test('the program can be executed', () => {
  expect(statSync(cliFile).mode & 0o111).toBe(0o111);
  expect(readFileSync(cliFile, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
