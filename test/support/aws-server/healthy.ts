import { readFileSync } from 'node:fs';
import { Snapshot } from '../../../src/model/snapshot.ts';

/** The one correct network: a function in three private subnets, each behind a NAT gateway of its own zone. */
export const healthy: Snapshot = Snapshot.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/healthy.json', import.meta.url), 'utf8')),
);

/** A copy of `base` in which the items of some sections are others. */
export const withSections = (base: Snapshot, sections: Partial<Snapshot['sections']>): Snapshot => ({
  ...base,
  sections: { ...base.sections, ...sections },
});
