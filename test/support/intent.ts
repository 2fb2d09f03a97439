import { type Ignore, type Intent, noIntent } from '../../src/model/intent.ts';
import type { Expected } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';

export const internet: Target = { kind: 'internet' };

/** What a configuration says of the functions that fit a pattern. */
export const expecting = (
  functions: string,
  origin: Expected,
  target: Target = internet,
): Intent['expectations'][0] => ({
  functions,
  question: { target, origin, askedBecause: `${origin} by lambda-net-doctor.yaml:3` },
});

/** An entry that accepts all findings of a rule about all functions. */
export const ignoring = (ruleId: string, part: Partial<Ignore> = {}): Ignore => ({
  ruleId,
  functions: '*',
  resource: null,
  reason: 'known',
  until: null,
  writtenIn: 'lambda-net-doctor.yaml:9',
  ...part,
});

export const intentWith = (part: Partial<Intent>): Intent => ({ ...noIntent, ...part });
