import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log } from 'sarif';

const packageName = '@microsoft/sarif-multitool-linux';

const installed = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return null;
  }
};

/**
 * Folder of Microsoft's SARIF validator, which is too large (100 MB) to be a dependency: the variable SARIF_MULTITOOL
 * names it, or it is installed. It holds the OASIS schema too. null: what needs it is skipped.
 */
export const multitoolFolder: string | null = process.env['SARIF_MULTITOOL'] ?? installed();

if (multitoolFolder === null) {
  const how = `npm i --no-save --prefix DIR ${packageName}@5.7.0, SARIF_MULTITOOL=DIR/node_modules/${packageName}`;
  if (process.env['LAMBDA_NET_DOCTOR_CI_NO_SKIP']) throw new Error(`The SARIF validators are missing: ${how}`);
  process.stderr.write(`\nSKIPPED: SARIF is not checked by the OASIS schema and Microsoft's validator. ${how}\n\n`);
}

export const oasisSchema = (): object =>
  JSON.parse(readFileSync(join(multitoolFolder ?? '', 'sarif-2.1.0.json'), 'utf8'));

/** GitHub's rules that the validator leaves off. */
const configuration = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
${[
  'GH1001.ProvideRequiredLocationProperties',
  'GH1003.ProvideRequiredRegionProperties',
  'GH1005.LocationsMustBeRelativeUrisOrFilePaths',
  'GH1007.ProvideFullyFormattedMessageStrings',
]
  .map(
    (rule) =>
      `<Properties Key="${rule}.Options"><Property Key="RuleEnabled" Value="Error" Type="Driver.RuleEnabledState" /></Properties>`,
  )
  .join('\n')}
</Properties>
`;

/** Runs the validator. Its exit code is 0 whatever it finds, so its own log is read; a file without a log is an error. */
const logOf = (folder: string, files: readonly string[]): Log => {
  const output = join(folder, 'log.json');
  const settings = join(folder, 'github.xml');
  writeFileSync(settings, configuration);
  const options = ['-c', settings, '-o', output, '--log', 'ForceOverwrite', '--rule-kind', 'Sarif;Ghas'];
  execFileSync(join(multitoolFolder ?? '', 'Sarif.Multitool'), ['validate', ...files, ...options], { stdio: 'pipe' });
  if (!existsSync(output)) throw new Error('the SARIF validator wrote no log');
  return JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/u, ''));
};

/** The errors and warnings that Microsoft's validator with GitHub's rules has about each text, as `level rule`. */
export const multitoolProblems = (texts: readonly string[]): readonly (readonly string[])[] => {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  try {
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.sarif`);
      writeFileSync(file, text);
      return file;
    });
    const [run] = logOf(folder, files).runs;
    const notes = run?.invocations?.flatMap((each) => each.toolExecutionNotifications ?? []) ?? [];
    const found = [...(run?.results ?? []), ...notes].flatMap((each) => {
      const uri = each.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      const id = 'ruleId' in each ? each.ruleId : 'descriptor' in each ? each.descriptor?.id : '';
      const level = each.level ?? 'warning';
      return level === 'error' || level === 'warning' ? [{ uri, problem: `${level} ${id}` }] : [];
    });
    return files.map((file) => found.filter(({ uri }) => uri.endsWith(file)).map(({ problem }) => problem));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
