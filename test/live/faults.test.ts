import { describe, expect, it } from 'vitest';
import type { ReportDocument, Verdict } from '../../src/model/report.ts';
import type { Fault } from '../support/aws-server/faults.ts';
import { documentOf, type LiveRun, live, verdictsOf } from './live-run.ts';
import { networks, type Truth, truths } from './networks.ts';

const ask = (truth: Truth, faults: Readonly<Record<string, Fault>> = {}) =>
  live(networks[truth], ['orders-api', '--format', 'json'], { faults });

const undisturbed = {
  reachable: await ask('reachable'),
  blocked: await ask('blocked'),
  partial: await ask('partial'),
} as const satisfies Readonly<Record<Truth, LiveRun>>;

/** Every action that the doctor sends about a network, as the server saw them: a new collector is covered by itself. */
const requests = Object.values(undisturbed).flatMap((run) => run.requests);
const actions = [...new Set(requests.map(({ service, action }) => `${service}:${action}`))].toSorted();

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

/** Exit codes of the command line, from what the document says. */
const exitCodeFor = ({ functions, summary }: ReportDocument): number => {
  if (summary.errors > 0) return 1;
  return summary.unknown > 0 || functions.length === 0 ? 3 : 0;
};

/** What a report says, without when and with how many calls it was read. */
const said = ({ collectedAt: _, summary: { apiCalls: __, ...summary }, ...rest }: ReportDocument) => ({
  ...rest,
  summary,
});

const check = (run: LiveRun, truth: Truth, action: string): void => {
  const document = documentOf(run);
  const untouched = documentOf(undisturbed[truth]);
  expect(run.exitCode).toBe(exitCodeFor(document));
  // A fact that two actions can give is not lost if one of them fails: the report is then the same to the letter.
  const unavailable = document.unavailable.map((each) => each.action);
  if (!unavailable.includes(action)) expect(said(document), `${action} is not named`).toEqual(said(untouched));

  const verdicts = verdictsOf(document);
  if (verdicts === null) {
    expect(action).toBe('lambda:GetFunctionConfiguration');
    return;
  }
  expect(allowed[truth]).toContain(verdicts.answer);
  const before = verdictsOf(untouched)?.subnets ?? [];
  const changed = verdicts.subnets.filter(
    ({ subnetId, verdict }) =>
      verdict !== 'unknown' && !before.some((was) => was.subnetId === subnetId && was.verdict === verdict),
  );
  expect(changed, 'a subnet may only become unknown').toEqual([]);
};

describe('the networks of these tests', () => {
  it.each(truths)('%s is what it says', (truth) => {
    expect(verdictsOf(documentOf(undisturbed[truth]))?.answer).toBe(truth);
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
          check(await ask(truth, { [action.replace(/^.*:/, '')]: fault }), truth, action);
        }
      });
    }
  });
}
