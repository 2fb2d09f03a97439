import { describe, expect, it } from 'vitest';
import { byHandAnswers } from '../support/aws-server/by-hand.ts';
import { ec2Actions } from '../support/aws-server/ec2/index.ts';
import { documentOf, live, verdictsOf } from './live-run.ts';
import { networks } from './networks.ts';

const actions = ['GetFunctionConfiguration', ...ec2Actions.map(({ name }) => name)];

/**
 * Answers written by hand after the API reference, one action at a time; all else is a network that works. A field that
 * is missing or a word that nobody knows proves nothing. An empty set is a fact of its own: a NAT gateway that is
 * listed nowhere is gone.
 */
describe.concurrent('an answer of AWS that differs from the usual', () => {
  for (const action of actions) {
    it.each(byHandAnswers)(`${action}: %s`, async (answer) => {
      const faults = { [action]: { kind: 'by-hand', answer } } as const;
      const run = await live(networks.reachable, ['orders-api', '--format', 'json'], { faults });
      expect([0, 1, 3]).toContain(run.exitCode);
      const verdict = verdictsOf(documentOf(run))?.answer;
      if (answer !== 'empty') expect([undefined, 'reachable', 'unknown']).toContain(verdict);
    });
  }
});

describe('an empty answer about what the path needs', () => {
  it.each([
    ['DescribeNatGateways', 'blocked'],
    ['DescribeInternetGateways', 'blocked'],
    ['DescribeRouteTables', 'unknown'],
    ['DescribeSubnets', 'unknown'],
    ['DescribeNetworkAcls', 'unknown'],
    ['DescribeSecurityGroups', 'unknown'],
  ])('%s: %s, as a resource that is gone, or one that must exist and was not listed', async (action, verdict) => {
    const faults = { [action]: { kind: 'by-hand', answer: 'empty' } } as const;
    const run = await live(networks.reachable, ['orders-api', '--format', 'json'], { faults });
    expect(verdictsOf(documentOf(run))?.answer).toBe(verdict);
  });
});
