import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares text with a committed file. Nothing is written unless UPDATE_GOLDENS is set (`npm run goldens`,
 * `npm run generate`), so that a test run never changes what it checks.
 */
export const expectGolden = (path: string, actual: string): void => {
  if (process.env['UPDATE_GOLDENS']) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : '(no such file)';
  expect(actual, `${path} is stale: npm run goldens or npm run generate, then read the difference`).toBe(expected);
};
