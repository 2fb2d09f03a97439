import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { Paper, testIo } from './test-io.ts';

const healthy = fileURLToPath(new URL('../../fixtures/healthy.json', import.meta.url));

describe('main', () => {
  test('gives the exit code and writes to the streams that it is given', async () => {
    const io = testIo();
    expect(await main(['--snapshot', healthy, '--format', 'json'], io)).toBe(0);
    expect(JSON.parse(io.stdout.text).functions).toHaveLength(1);
    expect(io.stderr.text).toBe('');
  });

  test('takes the width and the colour of a terminal', async () => {
    const io = testIo({ stdout: new Paper({ columns: 72 }) });
    await main(['--snapshot', healthy], io);
    expect(io.stdout.text).toContain('\u001b[');
    const plain = testIo({ stdout: new Paper({ columns: 72 }), env: { NO_COLOR: '1' } });
    await main(['--snapshot', healthy], plain);
    expect(plain.stdout.text).not.toContain('\u001b[');
  });

  test('an error that nobody caught makes the run a bug, and its message is not shown', async () => {
    const stop = new AbortController();
    stop.abort(new TypeError('planted-secret'));
    const io = testIo({ signal: stop.signal });
    expect(await main(['--snapshot', healthy], io)).toBe(70);
    expect(io.stdout.text).toBe('');
    expect(io.stderr.text).toContain('this is a bug of lambda-net-doctor');
    expect(io.stderr.text).not.toContain('planted-secret');
  });

  test('an interrupt counts for more than what was wrong otherwise', async () => {
    const stop = new AbortController();
    stop.abort('SIGINT');
    const io = testIo({ signal: stop.signal });
    expect(await main(['--formt'], io)).toBe(130);
    expect(io.stderr.text).toBe('interrupted; nothing was changed\n');
  });

  test('what a snapshot names is never written as it stands', async () => {
    const hostile = readFileSync(healthy, 'utf8').replaceAll('"orders-api"', '"orders\\u001b[31m-\\u202eapi"');

    for (const format of ['table', 'json', 'sarif']) {
      const io = testIo({ stdin: () => Readable.from([Buffer.from(hostile)]) });
      await main(['--snapshot', '-', '--format', format], io);
      expect(`${io.stdout.text}${io.stderr.text}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });
});
