import { describe, expect, it } from 'vitest';
import type { ReportDocument, Verdict } from '../../src/model/report.ts';
import type { Fault } from '../support/aws-server/faults.ts';
import { documentOf, type LiveRun, live, verdictsOf } from './live-run.ts';
import { networks, type Truth, truths } from './networks.ts';

/** Every action that the doctor sends about a network, as the server saw them: a new collector is covered by itself. */
const wellRead = await live(networks.reachable, ['orders-api', '--format', 'json']);
const actions = [...new Set(wellRead.requests.map(({ service, action }) => `${service}:${action}`))].toSorted();

const faults = {
  denied: { kind: 'denied' },
  'throttled for ever': { kind: 'throttled' },
  truncated: { kind: 'truncated' },
  'HTML 500': { kind: 'html' },
  'unknown to the endpoint': { kind: 'unknown-action' },
} as const satisfies Readonly<Record<string, Fault>>;

/** What a verdict may become when less is known. A fact that is missing proves nothing. */
const allowed: Readonly<Record<Truth, readonly Verdict[]>> = {
  reachable: ['reachable', 'unknown'],
  blocked: ['blocked', 'partial', 'unknown'],
  partial: ['partial', 'unknown'],
};

const subnetsIn = ({ subnets }: NonNullable<ReturnType<typeof verdictsOf>>) =>
  new Map(subnets.map(({ subnetId, verdict }) => [subnetId, verdict]));

const truthOf = new Map(
  await Promise.all(
    truths.map(async (truth) => {
      const verdicts = verdictsOf(documentOf(await live(networks[truth], ['orders-api', '--format', 'json'])));
      return [truth, verdicts] as const;
    }),
  ),
);

/** Exit codes of the command line, from what the document says. */
const exitCodeFor = ({ functions, summary }: ReportDocument): number => {
  if (summary.errors > 0) return 1;
  return summary.unknown > 0 || functions.length === 0 ? 3 : 0;
};

const check = (run: LiveRun, truth: Truth, action: string): ReportDocument => {
  const document = documentOf(run);
  expect(run.exitCode).toBe(exitCodeFor(document));
  expect(document.unavailable.map((each) => each.action)).toContain(action);
  const verdicts = verdictsOf(document);
  if (verdicts === null) {
    expect(action).toBe('lambda:GetFunctionConfiguration');
    return document;
  }
  expect(allowed[truth]).toContain(verdicts.answer);
  const before = subnetsIn(truthOf.get(truth) ?? verdicts);
  const changed = verdicts.subnets.filter(
    ({ subnetId, verdict }) => ![before.get(subnetId), 'unknown'].includes(verdict),
  );
  expect(changed, 'a subnet may only become unknown').toEqual([]);
  return document;
};

describe('the networks of these tests', () => {
  it.each(truths)('%s is what it says', (truth) => {
    expect(truthOf.get(truth)?.answer).toBe(truth);
  });

  it('make the doctor send every action but ListFunctions, which only a name that is not found needs', () => {
    expect(actions).toContain('lambda:GetFunctionConfiguration');
    expect(actions).toContain('ec2:GetManagedPrefixListEntries');
    expect(actions.length).toBeGreaterThanOrEqual(20);
  });
});

for (const [name, fault] of Object.entries(faults)) {
  describe.concurrent(`one action is ${name}`, () => {
    for (const action of actions) {
      it(`${action}: the run ends, names it, and no verdict is claimed that was not proven`, async () => {
        for (const truth of truths) {
          const faults = { [action.replace(/^.*:/, '')]: fault };
          const run = await live(networks[truth], ['orders-api', '--format', 'json'], { faults });
          check(run, truth, action);
        }
      });
    }
  });
}
