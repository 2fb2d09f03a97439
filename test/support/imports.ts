import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One import of a source file. `target` is a path from the root for a file of ours, else a package. */
export interface Import {
  readonly file: string;
  readonly target: string;
  readonly how: 'value' | 'type' | 'dynamic';
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths from the root of all source files, sorted. */
export const sourceFiles: readonly string[] = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .sort();

export const textOf = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** Code without comments and without the inside of plain strings and templates. */
export const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, '``');

const allAreTypes = (clause: string): boolean => {
  const names = /^\{([\s\S]*)\}\s*$/.exec(clause.trim())?.[1];
  const listed = names?.split(',').filter((name) => name.trim() !== '') ?? [];
  return listed.length > 0 && listed.every((name) => name.trim().startsWith('type '));
};

/** The imports in a file's text, as found by their form; strings that look like imports do not occur in src/. */
export const importsIn = (file: string, text: string): Import[] => {
  const found: { readonly from: string; readonly how: Import['how'] }[] = [];
  for (const [, type, clause = '', from = ''] of text.matchAll(
    /^(?:import|export)\s+(type\s+)?([\w*{][^'"]*?)\s+from\s+'([^']+)'/gm,
  ))
    found.push({ from, how: type !== undefined || allAreTypes(clause) ? 'type' : 'value' });
  for (const [, from = ''] of text.matchAll(/^import\s+'([^']+)'/gm)) found.push({ from, how: 'value' });
  for (const [, from = ''] of text.matchAll(/\bimport\(\s*'([^']+)'/g)) found.push({ from, how: 'dynamic' });
  return found.map(({ from, how }) => ({
    file,
    how,
    target: from.startsWith('.') ? posix.join(posix.dirname(file), from) : from,
  }));
};

export const allImports = (): Import[] => sourceFiles.flatMap((file) => importsIn(file, textOf(file)));
