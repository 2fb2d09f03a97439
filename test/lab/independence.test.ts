import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importsIn } from '../support/imports.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'independence.test.ts');

it('the lab builds networks from the snapshot alone: only engine-answer.ts knows the engine', () => {
  const imports = files.flatMap((name) => importsIn(`test/lab/${name}`, readFileSync(new URL(name, folder), 'utf8')));
  const ofTheEngine = imports.filter(({ target }) => /^src\/(?!model\/)/.test(target));
  expect([...new Set(ofTheEngine.map(({ file }) => file))]).toEqual(['test/lab/engine-answer.ts']);
});
