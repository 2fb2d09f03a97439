import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { defaultQuestion } from '../../src/model/target.ts';
import { formats, loadReporter } from '../../src/report/index.ts';
import { whole } from '../report/whole.ts';
import { expectGolden } from '../support/golden.ts';
import { network } from '../support/network.ts';
import { symptoms } from './symptoms.ts';

const fixture = (...path: string[]): string => new URL(`../../fixtures/${path.join('/')}`, import.meta.url).pathname;

/** As a collector leaves it: items of a section by id, functions as they were asked for. */
const inCollectorOrder = (snapshot: Snapshot): Snapshot => {
  const sections = Object.entries(snapshot.sections).map(([kind, section]) => {
    if (kind === 'functions' || section.status === 'unavailable') return [kind, section];
    const id = (item: object): string => ('id' in item ? String(item.id) : '');
    return [kind, { ...section, items: [...section.items].sort((a, b) => (id(a) < id(b) ? -1 : 1)) }];
  });
  return Snapshot.parse({ ...snapshot, sections: Object.fromEntries(sections) });
};

const files: Readonly<Record<string, string>> = { table: 'report.txt', json: 'report.json', sarif: 'report.sarif' };

describe.each(Object.entries(symptoms))('fixtures/%s', (name, change) => {
  it('holds the snapshot of the changed network', () => {
    expectGolden(fixture(name, 'snapshot.json'), `${JSON.stringify(inCollectorOrder(network(change)), null, 2)}\n`);
  });

  it.each(formats)('holds what %s prints', async (format) => {
    const path = fixture(name, 'snapshot.json');
    if (!existsSync(path)) throw new Error(`${path} is missing: npm run goldens`);
    const snapshot = Snapshot.parse(JSON.parse(readFileSync(path, 'utf8')));
    const { functions } = snapshot.sections;
    const report = diagnose(snapshot, {
      functions: functions.status === 'collected' ? functions.items : [],
      questions: [defaultQuestion],
      allHops: false,
      rules: null,
      toolVersion: '0.1.0',
    });
    const reporter = whole(await loadReporter(format));
    const text = reporter(report, { color: false, columns: 80, quiet: false, verbose: false });
    expectGolden(fixture(name, files[format] ?? `report.${format}`), text);
  });
});
