import { describe, expect, it } from 'vitest';
import { healthy, network } from '../support/network.ts';
import { documentOf, live, verdictsOf } from './live-run.ts';

const json = ['--format', 'json'] as const;

describe('what an account may answer', () => {
  it('a VpcConfig that names the wrong VPC: the subnets say which VPC it is', async () => {
    const wrong = network((n) => {
      n.network().vpcId = 'vpc-00000000000000000';
    });
    const run = await live(wrong, ['orders-api', ...json]);
    expect(run.exitCode).toBe(0);
    expect(verdictsOf(documentOf(run))?.answer).toBe('reachable');
    expect(documentOf(run).functions[0]?.vpcId).toBe('vpc-0a1b2c3d4e5f60718');
  });

  it('a VpcConfig without a VPC', async () => {
    const without = network((n) => {
      n.network().vpcId = null;
    });
    const run = await live(without, ['orders-api', ...json]);
    expect(verdictsOf(documentOf(run))?.answer).toBe('reachable');
  });

  it('a subnet that has vanished: that subnet cannot be told, the others are', async () => {
    const vanished = network((n) => n.remove(n.subnet('private-c')));
    const run = await live(vanished, ['orders-api', ...json]);
    expect(run.exitCode).toBe(3);
    const verdicts = verdictsOf(documentOf(run));
    expect(verdicts?.answer).toBe('unknown');
    expect(verdicts?.subnets.map(({ verdict }) => verdict)).toEqual(['reachable', 'reachable', 'unknown']);
  });

  it('a function that is in no VPC', async () => {
    const outside = network((n) => {
      n.function().network = { kind: 'none' };
    });
    const run = await live(outside, ['orders-api', ...json]);
    expect(run.exitCode).toBe(0);
    expect(documentOf(run).functions).toMatchObject([
      { vpcId: null, subnetIds: [], answers: [{ target: 'internet', verdict: 'reachable' }] },
    ]);
  });

  it('an answer that is throttled once is read at the second attempt', async () => {
    const run = await live(healthy, ['orders-api', ...json], { faults: { all: { kind: 'throttled', times: 1 } } });
    expect(run.exitCode).toBe(0);
    expect(documentOf(run).unavailable).toEqual([]);
    const actions = new Set(run.requests.map(({ action }) => action));
    expect(run.requests.length).toBe(documentOf(run).summary.apiCalls + actions.size);
  });
});

describe('functions that do not exist', () => {
  it('exit 2 and name what looks alike', async () => {
    const run = await live(healthy, ['order-api', ...json]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('order-api');
    expect(run.stderr).toContain('orders-api');
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(documentOf(run).functions).toEqual([]);
  });

  it('exit 2 without names where functions may not be listed', async () => {
    const run = await live(healthy, ['order-api', ...json], { faults: { ListFunctions: { kind: 'denied' } } });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('order-api');
    expect(run.stderr).not.toContain('orders-api');
  });

  it('in the Region that was asked: the message names the Region, which may be the wrong one', async () => {
    const run = await live(healthy, ['orders-api', '--region', 'us-east-1']);
    expect(run.exitCode).toBe(2);
    expect(run.stdout + run.stderr).toContain('us-east-1');
  });

  it('do not keep the others from being reported', async () => {
    const run = await live(healthy, ['orders-api', 'orders-worker', ...json]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('orders-worker');
    expect(documentOf(run).functions).toMatchObject([{ name: 'orders-api', answers: [{ verdict: 'reachable' }] }]);
  });

  it('an alias that does not exist, of a function that does', async () => {
    const run = await live(healthy, ['orders-api:blue', ...json]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('orders-api:blue');
  });
});
