import type { Mutant } from './mutant.ts';
import { equivalents, mutants as found } from './mutants.ts';

const all: readonly Mutant[] = [...Object.values(found).flat(), ...equivalents];

const named = (name: string): Mutant => {
  const mutant = all.find((item) => item.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant "${name}"`);
  return mutant;
};

const mutantOf = (id: string | undefined): string | null => {
  const [, name] = id?.match(/\?mutant=([^&]+)/) ?? [];
  return name === undefined ? null : decodeURIComponent(name);
};

/** What a plugin of the test's loader can do; vite's own types are not needed for it. */
interface LoaderContext {
  readonly resolve: (source: string, importer: string, options: object) => Promise<{ readonly id: string } | null>;
}

/**
 * A module asked for with `?mutant=<name>` is loaded with that fault, and so is all that it imports from the engine.
 * The program itself has no switch for faults.
 */
export const loadMutant = () => ({
  name: 'load-mutant',
  enforce: 'pre' as const,
  async resolveId(this: LoaderContext, source: string, importer: string | undefined): Promise<string | null> {
    const name = mutantOf(importer);
    if (name === null || importer === undefined || !source.startsWith('.') || source.includes('?')) return null;
    const resolved = await this.resolve(source, importer.replace(/\?.*$/, ''), { skipSelf: true });
    if (resolved === null || !/\/src\/(?:network|diagnose)\//.test(resolved.id)) return null;
    return `${resolved.id}?mutant=${encodeURIComponent(name)}`;
  },
  transform(code: string, id: string): string | null {
    const name = mutantOf(id);
    if (name === null) return null;
    const { file, from, to } = named(name);
    if (!id.replace(/\?.*$/, '').endsWith(`/src/network/${file}`)) return null;
    if (code.split(from).length !== 2)
      throw new Error(`"${from}" stands ${code.split(from).length - 1} times in ${file}`);
    return code.replace(from, () => to);
  },
});
