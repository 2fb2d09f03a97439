import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const biome = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url));

/** TypeScript as the formatter of this repository leaves it, so that generated files pass the linter. */
export const formatted = (text: string): string =>
  execFileSync(biome, ['format', '--stdin-file-path=generated.ts'], { input: text, encoding: 'utf8' });
