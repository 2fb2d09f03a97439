import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import builds from '../../rolldown.config.ts';
import { version } from '../../src/cli/version.ts';
import { ReportDocument } from '../../src/model/report.ts';
import { pathMutants } from '../fuzz/mutants/path-mutants.ts';
import { runCli } from '../support/run-cli.ts';

const snapshot = fileURLToPath(new URL('../../fixtures/nacl-drops-replies/snapshot.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-mutant-'));
const program = join(folder, 'bin.cjs');

/** A whole build of the program whose engine, and not its simulator, has one fault. */
const buildWith = async (fault: string): Promise<void> => {
  const mutant = pathMutants.find(({ name }) => name === fault);
  if (mutant === undefined || !Array.isArray(builds)) throw new Error(`${fault} cannot be built`);
  const { file, from, to } = mutant;
  let changed = 0;
  const transform = (code: string, id: string): string | null => {
    if (!id.endsWith(`/src/network/${file}`)) return null;
    changed += code.split(from).length - 1;
    return code.replace(from, () => to);
  };
  for (const { output, plugins, ...input } of builds) {
    const bundle = await rolldown({ ...input, plugins: [{ name: 'fault', transform }, plugins] });
    if (Array.isArray(output)) throw new Error('a build has one output');
    await bundle.write({ ...output, dir: folder, cleanDir: false });
    await bundle.close();
  }
  expect(changed).toBe(1);
};

beforeAll(() => buildWith("the function's network ACL does not see the reply"));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a program whose engine and simulator disagree', () => {
  test('exits 70, claims nothing and says in one line what to send', async () => {
    const { exitCode, stdout, stderr } = await runCli(['--snapshot', snapshot, '--format', 'json'], { program });
    expect(exitCode).toBe(70);
    expect(stderr).toBe(
      `error this is a bug of lambda-net-doctor ${version}: two of its computations disagree about 3 answers, which are shown as unknown; run it again with --save-snapshot FILE and attach that file, which holds no secret, to the bug report\n`,
    );
    const [answer] = ReportDocument.parse(JSON.parse(stdout)).functions[0]?.answers ?? [];
    expect(answer?.subnets.map(({ verdict, share }) => [verdict, share])).toEqual(Array(3).fill(['unknown', null]));
    expect(answer?.because).toContain('two independent computations of lambda-net-doctor disagree');
  });

  test('tells it on the screen too, and --allow-unknown does not hide it', async () => {
    const { exitCode, stdout } = await runCli(['--snapshot', snapshot, '--allow-unknown'], { program });
    expect(exitCode).toBe(70);
    expect(stdout.replace(/\s+/g, ' ')).toContain('which is a defect of lambda-net-doctor');
  });

  test('fails its demo as well', async () => {
    expect((await runCli(['demo', 'nacl-drops-replies'], { program })).exitCode).toBe(70);
  });
});
