// Adds up what vitest's JSON reports in a folder say. Ends with 1 if a test failed or anything was skipped.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder = ''] = process.argv;
const files = readdirSync(folder).flatMap(
  (report) => JSON.parse(readFileSync(join(folder, report), 'utf8')).testResults,
);
const outcomes = files.map(({ name, status, assertionResults }) => {
  const count = (...wanted) => assertionResults.filter((test) => wanted.includes(test.status)).length;
  const failed = count('failed');
  return {
    name,
    passed: count('passed'),
    // A file that fails before its first test counts as one failure.
    failed: status === 'failed' && failed === 0 ? 1 : failed,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
  };
});
const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
const skippedSuites = outcomes.filter(({ skipped }) => skipped > 0);

console.log(`Suites with something skipped: ${skippedSuites.length}`);
for (const { name, skipped } of skippedSuites) console.log(`  ${name}: ${skipped}`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') + total('skipped') > 0 ? 1 : 0;
