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

/**
 * A fact that is missing is the same to the diagnosis however it went missing, so two faults are tried on networks of
 * every verdict, and the others on the one that works, where the most can be lost.
 */
const truthsFor = (fault: Fault): readonly Truth[] =>
  fault.kind === 'denied' || fault.kind === 'html' ? truths : ['reachable'];

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

const check = (run: LiveRun, truth: Truth, action: string): void => {
  const document = documentOf(run);
  const untouched = documentOf(undisturbed[truth]);
  expect(run.exitCode).toBe(exitCodeFor(document));
  expect(document.unavailable.map((each) => each.action)).toContain(action);

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
        for (const truth of truthsFor(fault)) {
          check(await ask(truth, { [action.replace(/^.*:/, '')]: fault }), truth, action);
        }
      });
    }
  });
}

describe('many actions at once', () => {
  const ec2Actions = actions.filter((action) => action.startsWith('ec2:'));
  const faultsOf = (names: readonly string[], fault: Fault) =>
    Object.fromEntries(names.map((action) => [action.replace(/^.*:/, ''), fault]));

  it.each(Object.entries(faults))('every EC2 action is %s: the answer is unknown', async (_, fault) => {
    const run = await ask('blocked', faultsOf(ec2Actions, fault));
    const document = documentOf(run);
    expect(run.exitCode).toBe(3);
    expect(verdictsOf(document)?.answer).toBe('unknown');
    expect(document.unavailable.length).toBeGreaterThanOrEqual(15);
    expect(document.summary.errors).toBe(0);
  });

  it('all actions that read prefix lists are denied: the lists are named as not read', async () => {
    const names = ec2Actions.filter((action) => action.includes('PrefixList'));
    expect(names).toHaveLength(3);
    const document = documentOf(await ask('reachable', faultsOf(names, { kind: 'denied' })));
    expect(document.unavailable.map(({ action }) => action).filter((action) => names.includes(action))).not.toEqual([]);
  });
});
