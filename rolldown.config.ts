import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type OutputOptions, type Plugin, type RolldownOptions } from 'rolldown';

interface Shipped {
  readonly title: string;
  readonly repository: string;
  /** null where the package leaves the licence file to its repository. */
  readonly licence: string | null;
}

const packageFolder = (moduleId: string): readonly string[] =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId)?.slice(1) ?? [];

const shipped = (folder: string): Shipped => {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  return {
    title: `${name} ${version} (${license})`,
    repository: repository?.url ?? name,
    licence: file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim(),
  };
};

const noticesOf = (packages: readonly Shipped[]): string => {
  const byLicence = new Map<string, string[]>();
  for (const { title, repository, licence } of packages) {
    const text = licence ?? packages.find((other) => other.repository === repository && other.licence)?.licence;
    if (!text) throw new Error(`${title} has no licence file, so it cannot be shipped`);
    byLicence.set(text, [...(byLicence.get(text) ?? []), title]);
  }
  const parts = [...byLicence].map(([text, titles]) => `${titles.sort().join('\n')}\n\n${text}\n`).sort();
  return ['lambda-net-doctor contains code of these packages.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
};

/** Lists every package of which code is in the bundle, with its licence. */
const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    const folders = new Set(chunks.flatMap(({ moduleIds }) => moduleIds).flatMap(packageFolder));
    const source = noticesOf([...folders].map(shipped));
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES', source });
  },
};

/** The program is a bundle of its own, so that nothing of it is read before the version of Node.js is known to fit. */
const programApart: Plugin = {
  name: 'program-apart',
  resolveId: (id) => (id === './cli.ts' ? { id: './cli.cjs', external: true } : null),
  writeBundle: ({ dir }) => chmodSync(join(dir ?? '', 'bin.cjs'), 0o755),
};

const output: OutputOptions = {
  dir: 'dist',
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  dynamicImportInCjs: false,
  // Lines and names stay, so that the places named in a report of a bug can be found.
  minify: { compress: true, mangle: false, codegen: false },
  comments: false,
};

const common: RolldownOptions = { platform: 'node', resolve: { mainFields: ['module', 'main'] } };

export default defineConfig([
  {
    ...common,
    input: { cli: 'src/cli.ts' },
    // A proxy configuration script is a program from the network; the interpreter for it is left out.
    external: ['pac-proxy-agent'],
    transform: { target: 'node20' },
    // Of yargs only the parser is used; its help screen, which is most of it, is not even loaded.
    treeshake: { moduleSideEffects: [{ test: /\/node_modules\/yargs\//, sideEffects: false }] },
    plugins: [thirdPartyNotices],
    output: { ...output, cleanDir: true },
  },
  {
    ...common,
    input: { bin: 'src/bin.ts' },
    transform: { target: 'es2017' },
    plugins: [programApart],
    output,
  },
]);
