import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';

const readme = readFileSync('README.md', 'utf8');
const fixture = 'fixtures/blackhole-in-one-zone';

describe('the README', () => {
  it('shows what the demo prints', () => {
    const shown = /```text\n(.*?)\n```/s.exec(readme)?.[1];
    expect(shown).toBe(readFileSync(`${fixture}/report.txt`, 'utf8').trimEnd());
  });

  it('names the two commands on its first screen', () => {
    const firstScreen = readme.split('\n').slice(0, 24).join('\n');
    expect(firstScreen).toContain('npm ci && npm run demo');
    expect(firstScreen).toContain('npm ci && npm test');
  });

  it('lists every exit code that the help lists', async () => {
    const { stdout } = await runCli(['--help']);
    const codes = [...stdout.matchAll(/^ +(\d+) {2}/gm)].map(([, code]) => code).sort();
    const listed = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code).sort();
    expect(listed).toEqual(codes);
  });
});

describe('the demo', () => {
  it('diagnoses its network for real: with the broken route mended, the answer changes', async () => {
    const demo = await runCli(['demo', '--format', 'json']);
    expect(demo.exitCode).toBe(0);
    expect(JSON.parse(demo.stdout).functions[0].answers[0].verdict).toBe('partial');

    const snapshot = readFileSync(`${fixture}/snapshot.json`, 'utf8');
    const mended = snapshot
      .replace('"state": "blackhole"', '"state": "active"')
      .replace('"state": "deleted"', '"state": "available"');
    const file = join(mkdtempSync(join(tmpdir(), 'lambda-net-doctor-')), 'mended.json');
    writeFileSync(file, mended);
    const after = await runCli(['--snapshot', file, '--format', 'json']);
    expect(JSON.parse(after.stdout).functions[0].answers[0].verdict).toBe('reachable');
    expect(after.exitCode).toBe(0);
  });
});
